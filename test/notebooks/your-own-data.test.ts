import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Page } from "playwright";
import { afterAll, expect, test } from "vitest";
import { formats, readNetwork, writeNetwork } from "../../models/networks/formats/formats.ts";
import { generate } from "../../models/networks/specification.ts";
import { describe } from "../../models/networks/structure/describe.ts";
import { ovation } from "../support/command.ts";
import { everyNotebook } from "../support/every-notebook.ts";
import { notebookPage, settled, tableRows } from "../support/notebook-page.ts";

const notebook = notebookPage("your-own-data");
const SMALL = "#worlds=40&permutations=99";
const folder = mkdtempSync(join(tmpdir(), "ovation-own-"));
afterAll(() => rmSync(folder, { recursive: true }));
const saved = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

everyNotebook(notebook, {
  small: SMALL,
  heavy: "#worlds=100000&probability=0.6&permutations=10000",
  change: { setting: "probability", to: "0.3" },
  drawn: { setting: "world", to: "3" },
  tables: ["structure", "measures", "degrees"],
  reach: ["Step forward", "Play", "Zoom in"],
});

/** Puts files into the fields, one after the other, and waits for what they change. */
async function put(page: Page, ...paths: (string | undefined)[]): Promise<void> {
  for (const [at, path] of paths.entries()) {
    if (path === undefined) continue;
    await page.locator("input[type=file]").nth(at).setInputFiles(path);
    const field = page.locator(".upload").nth(at);
    await expect
      .poll(
        async () =>
          (await field.locator(".fault").textContent()) !== "" ||
          (await field.locator(".held").textContent())?.startsWith(`In the page: ${basename(path)}`),
      )
      .toBe(true);
    await settled(page);
  }
}
const faults = (page: Page): Promise<string[]> => page.locator(".your-files .fault").allTextContents();
const structureOf = async (page: Page): Promise<Record<string, unknown>> =>
  Object.fromEntries((await tableRows(page, "structure")).map(({ measure, value }) => [measure, value]));

const TIES = 'who,whom\nAnn,Bo\nBo,Ann\nBo,Cy\nCy,Cy\nCy,Di\n"Di, E.",Di\nAnn,Nobody\n';
const PEOPLE = 'id,bought,city\nAnn,1,Leeds\nBo,1,York\nCy,0,York\nDi,0,Leeds\n"Di, E.",1,York\n';

test("its numbers are those of the commands that name the reader's files, digit for digit, and so are its remarks", async () => {
  const [ties, people] = [saved("friends.csv", TIES), saved("people.csv", PEOPLE)];
  const { page, asked, said } = await notebook.open(`${SMALL}&seeds=%22Di%2C+E.%22&probability=0.5&seed=s`);
  await put(page, ties, people);
  const commands = await page.locator(".command").allTextContents();
  const spoken = await Promise.all(
    commands.map(async (text) => {
      const words = [...text.matchAll(/'[^']*'|\S+/g)].map(([word]) => word.replace(/^'|'$/g, ""));
      expect(words.slice(0, 5)).toEqual(["npm", "run", "-s", "ovation", "--"]);
      const real = words.slice(5).map((word) => ({ "friends.csv": ties, "people.csv": people })[word] ?? word);
      return ovation(...real.filter((word) => word !== "--json"), "--json");
    }),
  );
  const [info, degrees, cascade] = spoken.map(({ out, err }) => JSON.parse(out || err) as Record<string, unknown>);
  const { dropped, estimated, errors, limits, notes, ...structure } = info as Record<string, Record<string, number>>;
  expect([estimated, errors, limits]).toEqual([[], {}, {}]);
  const expected = {
    ...structure,
    ...Object.fromEntries(
      ["selfLoops", "duplicates", "dangling", "unusable"].map((name) => [`dropped ${name}`, dropped[name]]),
    ),
  };
  const shown = await structureOf(page);
  expect(
    Object.fromEntries(
      Object.entries(shown).map(([name, value]) => [
        name,
        value === "true" || value === "false" ? value === "true" : Number.isNaN(value) ? null : value,
      ]),
    ),
  ).toEqual(expected);
  const columns = ["distance", "pairs", "observed", "expected", "excess", "low", "high", "p", "stderr"];
  expect(await tableRows(page, "degrees")).toEqual(
    (degrees.degrees as Record<string, number | null>[]).map((row) =>
      Object.fromEntries(columns.map((name) => [name, row[name] ?? NaN])),
    ),
  );
  const measures = cascade.measures as Record<string, { mean: number; low: number; high: number }>;
  expect((await tableRows(page, "measures")).map(({ measure, mean, low, high }) => [measure, mean, low, high])).toEqual(
    Object.entries(measures).map(([name, { mean, low, high }]) => [name, mean, low, high]),
  );
  const { err } = await ovation("network", "info", ties, "--nodes", people);
  const remarks = await page.locator(".told li").allTextContents();
  expect(remarks.join("\n")).toBe(err.trim());
  expect(remarks).toEqual(notes);
  expect(remarks).toHaveLength(3);
  expect([asked, said]).toEqual([[], []]);
  await page.close();
}, 180_000);

test("every text format is read as on the command line, gzipped too, and Parquet is refused by name", async () => {
  const network = generate("hitech-managers", "1");
  const { page } = await notebook.open(SMALL);
  for (const format of formats) {
    const text = writeNetwork(network, format);
    await put(page, saved(`managers.${format}.gz`, gzipSync(text)));
    const structure: object = describe(readNetwork(text, { format, name: format }).network, { seed: "1" });
    const shown = await structureOf(page);
    for (const [name, value] of Object.entries(structure))
      if (typeof value !== "object")
        expect(shown[name], `${format} ${name}`).toEqual(typeof value === "boolean" ? String(value) : value);
  }
  await put(page, saved("latin.csv", Buffer.from("from,to\nJos\xe9,Ann\n", "latin1")));
  expect(await page.locator(".told li").first().textContent()).toContain("Windows-1252");
  await put(page, saved("managers.parquet", "PAR1"));
  expect((await faults(page)).join("")).toContain("managers.parquet: a page reads networks that are text, got Parquet");
  await page.close();
}, 180_000);

test("too large a file is refused by its size and a broken one in the reader's words; what stood before stays", async () => {
  const { page, asked, said } = await notebook.open(SMALL);
  await put(page, saved("friends.csv", TIES));
  const before = [await structureOf(page), await page.locator(".command").allTextContents(), page.url()];
  truncateSync(saved("large.csv", ""), 50_000_001);
  for (const [path, fault] of [
    [join(folder, "large.csv"), "large.csv: a file must have at most 50.0 MB, got 50.0 MB"],
    [saved("broken.graphml", '<graphml>\n<graph>\n<node id="a">'), "broken.graphml, line 3: XML must be well-formed"],
    [saved("binary.csv", "a,b\n\0\0"), "binary.csv, line 2: a network file must be text"],
    [saved("friends.docx", "who,whom"), "friends.docx: docx is not a network format"],
    [saved("empty.csv", ""), "empty.csv: a network file must hold something, got an empty file"],
  ]) {
    await put(page, path);
    expect((await faults(page))[0]).toContain(fault);
    expect([await structureOf(page), await page.locator(".command").allTextContents(), page.url()]).toEqual(before);
  }
  await put(page, undefined, saved("twice.csv", "id,a\nAnn,1\nAnn,2\n"));
  expect((await faults(page)).join("")).toContain(
    'twice.csv, line 3: each person must come once, got "Ann" again, first in line 2',
  );
  expect([await structureOf(page), asked, said]).toEqual([before[0], [], []]);
  await page.close();
});

test("names are shown as text, whatever stands in them", async () => {
  const names = [
    "<img src=x onerror=document.title='ran'>",
    "=cmd()",
    "x".repeat(3000),
    "\u202eevil",
    "שלום",
    "\u{1f600}",
    "</script><b>",
    "a\"b'c",
  ];
  const rows = names.flatMap((name, at) => names.slice(at + 1).map((other) => [name, other]));
  const csv = (cells: readonly string[]): string =>
    `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`;
  const { page, said } = await notebook.open(SMALL, { width: 390 });
  await put(
    page,
    saved("<b>friends.csv", csv(["who", "whom"]) + rows.map(csv).join("")),
    saved("people.csv", csv(["id", "<i>kind=%"]) + names.map((name, at) => csv([name, `<u>${at % 2}`])).join("")),
  );
  for (const summary of await page.locator("summary:visible").all()) await summary.click();
  await page.getByLabel("Find a person").fill(names[0]);
  await page.keyboard.press("Enter");
  expect(await page.locator("main :is(img, b:not(.again b), u, i)").count()).toBe(0);
  expect(await page.title()).toBe("Bring your own data");
  expect(await page.locator("#clusters").textContent()).toContain("<i>kind%3D%25=<u>0");
  expect(await page.locator(".facts strong").textContent()).toBe(names[0]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(said).toEqual([]);
  await page.close();
});

test("people may come before their ties, how ties are read can be said, and all can be taken out again", async () => {
  const { page } = await notebook.open(SMALL);
  await put(page, undefined, saved("people.csv", PEOPLE));
  expect(await page.locator(".told").textContent()).toBe("people.csv waits for the file of ties.");
  await put(page, saved("friends.csv", TIES));
  expect((await structureOf(page)).directed).toBe("false");
  const choices = page.getByRole("textbox", { name: "choices" });
  await page.getByText("How the file of ties is read").click();
  await choices.fill("direct=true");
  await choices.press("Enter");
  await expect
    .poll(async () => (await faults(page)).join(""))
    .toContain("direct is not a choice for a file; did you mean directed?");
  await choices.fill("directed=true");
  await choices.press("Enter");
  await expect.poll(async () => (await structureOf(page)).directed).toBe("true");
  expect(await page.locator(".command").first().textContent()).toContain(
    "'friends.csv?directed=true' --nodes people.csv",
  );
  expect(await page.locator("#cascade, #clusters, .view.network").count()).toBe(3);
  await page.getByRole("button", { name: "Remove file" }).nth(1).click();
  await expect.poll(() => page.locator(".told").textContent()).not.toContain("not in the table of people");
  const many = Array.from({ length: 6000 }, (_, i) => `p${i},p${i + 1}\n`);
  await put(page, saved("chain.csv", `source,target\n${many.join("")}`));
  // Too many to move, and of them nothing is known: nothing of the people before may go on standing there.
  expect(await page.locator("#clusters, .view.network").count()).toBe(0);
  expect(await page.locator("#cascade").textContent()).toContain("6,001 people");
  await page.getByRole("button", { name: "Remove file" }).first().click();
  await expect.poll(async () => (await structureOf(page)).nodes).toBe(77);
  await page.close();
});

test("the network to walk in can be saved, and what is no longer shown is no longer laid out", async () => {
  const { page, said } = await notebook.open(SMALL);
  await settled(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as SVG: network", exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("network.svg");
  await page.evaluate(() => {
    // A worker that goes on to its end answers with the places of all 20,000.
    window.Worker = class extends Worker {
      constructor(...of: ConstructorParameters<typeof Worker>) {
        super(...of);
        this.addEventListener("message", ({ data }: MessageEvent<{ positions?: Float32Array }>) => {
          if (data.positions?.length === 40_000) document.querySelector("main")!.dataset.laidOut = "";
        });
      }
    };
  });
  const ties = Array.from({ length: 60_000 }, (_, i) => `p${i % 20_000},p${(7 * i + 1) % 20_000}\n`);
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles(saved("many.csv", `source,target\n${ties.join("")}`));
  await page.getByText("In the page: many.csv").waitFor();
  await expect.poll(() => page.workers().length).toBe(2); // one lays out, for seconds, and one computes
  await page.getByRole("button", { name: "Remove file" }).first().click();
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await page.evaluate(() => document.querySelector("main")?.dataset.laidOut)).toBeUndefined();
  expect(said).toEqual([]);
  await page.close();
});

test("a trait or a person whom nobody knows is told, with the nearest that is known", async () => {
  const { page } = await notebook.open(`${SMALL}&network=karate&trait=club%3Dpresidnt`);
  await expect(settled(page)).rejects.toThrow(
    "trait: club=presidnt is not a column and a value that some people have and others have not; did you mean club=president?",
  );
  await page.close();
  const other = await notebook.open(`${SMALL}&network=florentine&seeds=Medicci`);
  await expect(settled(other.page)).rejects.toThrow("seeds: Medicci is not a node; did you mean Medici?");
  expect(other.said).toEqual([]);
  await other.page.close();
});

test("what was found before goes on standing where nothing new comes, and is said to be old; no handout has it", async () => {
  const { page } = await notebook.open(`${SMALL}&network=florentine`);
  await settled(page);
  const box = page.locator("[data-state]");
  expect(await box.getAttribute("class")).not.toContain("earlier");
  const seeds = page.locator("[data-parameter=seeds] input");
  await seeds.fill("Medicci");
  await seeds.press("Enter");
  await expect
    .poll(() => box.locator("label").textContent())
    .toMatch(/did you mean Medici\?[^]*\nThe results below are of the earlier settings\.$/);
  const bar = (): Promise<string> =>
    page.locator("#cascade ~ .finding").evaluate((one) => getComputedStyle(one).boxShadow);
  expect(await bar()).not.toBe("none");
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.getByRole("button", { name: "Print a handout" }).click();
  expect(await page.locator(".handout .findings .finding").count()).toBe(0);
  await seeds.fill("Medici");
  await seeds.press("Enter");
  await settled(page);
  expect(await box.getAttribute("class")).not.toContain("earlier");
  expect(await bar()).toBe("none");
  await page.close();
});

test("known answers: where ties always pass it on everybody connected has it, where they never do only who began", async () => {
  for (const [probability, reach] of [
    [1, 34],
    [0, 1],
  ]) {
    const { page } = await notebook.open(`${SMALL}&network=karate&probability=${probability}`);
    await settled(page);
    expect((await tableRows(page, "measures"))[0]).toMatchObject({ measure: "reach", mean: reach });
    // 17 of 34 have the trait: of the 33 others of somebody who has it, 16 do.
    expect((await tableRows(page, "degrees")).map(({ expected }) => expected)).toEqual([16 / 33, 16 / 33, 16 / 33]);
    await page.close();
  }
});
