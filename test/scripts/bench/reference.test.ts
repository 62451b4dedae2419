import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { benchChoosing } from "../../../scripts/bench/choosing.ts";
import { benchKernels } from "../../../scripts/bench/kernels.ts";
import { benchGenerator, benchLoading } from "../../../scripts/bench/making.ts";
import { checksum, openReference } from "../../../scripts/bench/reference.ts";
import { generate } from "../../../models/networks/specification.ts";

function hasCompiler(): boolean {
  try {
    execFileSync("g++", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

test("a checksum notices order", () => {
  expect(checksum([1, 2])).not.toBe(checksum([2, 1]));
  expect(checksum([], 5)).toBe(5);
});

test.runIf(hasCompiler())(
  "the C++ reference comes to the same totals in every kernel, generator, reader and choice",
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "ovation-bench-"));
    const reference = (await openReference(folder))!;
    try {
      for (const specification of ["barabasi-albert:nodes=400,links=8", "erdos-renyi:nodes=400,degree=16"]) {
        const network = generate(specification, "1");
        // Each line throws where totals differ.
        const rows = await benchKernels(specification, network, reference, { roundMs: 2 });
        expect(rows.filter(({ ratio }) => !(ratio! > 0))).toEqual([]);
        await benchGenerator(specification, reference);
        await benchLoading(specification, network, folder, reference);
        await benchChoosing(specification, network, reference, { counts: [3, 40], work: 1000, rounds: 1 });
      }
    } finally {
      reference.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
