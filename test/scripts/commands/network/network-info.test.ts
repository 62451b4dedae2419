import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { prepare, notesOf } from "../../../../models/studies/work/job.ts";
import { disk } from "../../../../scripts/disk/sources.ts";
import { writeNetworkFile } from "../../../../scripts/commands/network/network-info.ts";
import { prove } from "../../../../scripts/commands/prove/targets.ts";
import { temporaryFolder } from "../../../support/folder.ts";

/** Everything written to standard error while `work` runs. */
async function said(work: () => Promise<unknown>): Promise<string> {
  const heard: string[] = [];
  const error = vi.spyOn(process.stderr, "write").mockImplementation((text) => heard.push(String(text)) > 0);
  const output = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await work().finally(() => {
    error.mockRestore();
    output.mockRestore();
  });
  return heard.join("");
}

test("what was dropped from a file, and what the new file's format cannot keep, is told", async () => {
  const folder = temporaryFolder();
  const [from, to] = [join(folder, "a.csv"), join(folder, "b.csv")];
  writeFileSync(from, "from,to\nann,bob\nbob,ann\ncem,cem\n");
  const told = await said(() => writeNetworkFile(`${from}?directed=true`, to, { seed: "1" }));
  expect(told).toContain("dropped: 1 self-loop");
  expect(told).toContain(".csv does not keep direction");
  expect(readFileSync(to, "utf8")).toContain("ann,bob");
});

test("a job tells what was dropped from its networks, each by its name where there are several", async () => {
  const file = join(temporaryFolder(), "a.csv");
  writeFileSync(file, "ann,bob\ncem,cem\n");
  const job = async (networks: string[]): Promise<string[]> => {
    const points = networks.map((network) => ({ values: {}, network, parameters: {} }));
    const { job: made } = await prepare(
      { command: "", model: "independent-cascade", networks, axes: [], points, set: {}, seed: "1", replicates: 1 },
      disk,
    );
    return notesOf(made);
  };
  expect(await job([file])).toEqual(["dropped: 1 self-loop"]);
  expect(await job(["path:nodes=2", file])).toEqual([`${file}: dropped: 1 self-loop`]);
});

test("a proof page that could not be written is refused before the table runs", async () => {
  const folder = temporaryFolder();
  await expect(prove({ seed: "1", out: folder })).rejects.toThrow("prove: --out must name a file");
  await expect(prove({ seed: "1", out: join(folder, "none", "page.html") })).rejects.toThrow(
    "the folder of --out must exist",
  );
  await expect(prove({ seed: "1", out: "" })).rejects.toThrow("got nothing");
});
