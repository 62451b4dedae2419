import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Page } from "playwright";
import { expect, test } from "vitest";
import { BRIEFS } from "../../notebooks/test-a-program/briefs.ts";
import { type Decision } from "../../models/studies/compare/decision.ts";
import { ovation, ROOT } from "../support/command.ts";
import { everyNotebook } from "../support/every-notebook.ts";
import { temporaryFolder } from "../support/folder.ts";
import { notebookPage, settled, tableRows } from "../support/notebook-page.ts";

const notebook = notebookPage("test-a-program");
const SMALL = "#customers=60&worlds=20";

everyNotebook(notebook, {
  small: SMALL,
  heavy: "#customers=5000&worlds=1000&program=advocates",
  change: { setting: "customers", to: "80" },
  tables: ["programs", "pairs", "lines"],
});

async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return readFileSync(await download.path(), "utf8");
}

/** What the command line makes of a brief that the page saved. */
async function compared(brief: string, folder = temporaryFolder()): Promise<{ decision: Decision; report: string }> {
  const [file, out] = [join(folder, "brief.yaml"), join(folder, "out")];
  writeFileSync(file, brief);
  const { code, err } = await ovation("compare", file, "--out", out, "--threads", "1", "--quiet");
  if (code !== 0) throw new Error(err);
  const report = readFileSync(join(out, "report.html"), "utf8");
  return {
    decision: JSON.parse(readFileSync(join(out, "decision.json"), "utf8")) as Decision,
    report: report.replaceAll(file, "brief.yaml"),
  };
}

async function programs(page: Page): Promise<unknown[]> {
  return (await tableRows(page, "programs")).map(({ program, worth, low, high, "pays in": pays, spent }) => [
    program,
    worth,
    low,
    high,
    pays,
    spent,
  ]);
}
const told = ({ arms }: Decision): unknown[] =>
  arms.map(({ name, npv, profit, spend }) => [name, npv.mean, npv.low, npv.high, profit.share, spend.mean]);

test("the briefs to begin with are the project's own, byte for byte", () => {
  for (const { file, text } of BRIEFS) expect(text).toBe(readFileSync(join(ROOT, file), "utf8"));
});

test.each(["sampling", "advocates", "referral"])(
  "the saved brief on %s gives its decision again on the command line, digit for digit, and the very same report",
  { timeout: 120_000 },
  async (program) => {
    const { page, said } = await notebook.open(`${SMALL}&program=${program}&seed=s7`);
    await settled(page);
    const [brief, report] = [await saved(page, "Save the brief"), await saved(page, "Save the report")];
    const there = await compared(brief);
    expect(await programs(page)).toEqual(told(there.decision));
    expect(report).toBe(there.report);
    expect(said).toEqual([]);
    await page.close();
  },
);

test(
  "a slider writes into the text, a text moves the controls, and its faults are listed at once, line by line",
  { timeout: 180_000 },
  async () => {
    const { page } = await notebook.open(SMALL);
    await settled(page);
    const before = await programs(page);
    const text = page.locator(".as-brief textarea");
    await page.getByText("The brief as text").click();
    const slider = page.getByRole("slider", { name: "sampleCost, slider" }).first();
    await slider.focus();
    await page.keyboard.press("End");
    await page.waitForFunction(() => location.hash.includes("brief="));
    expect(await text.inputValue()).toContain("sampleCost: 6       # EUR each");
    await settled(page);
    expect(await programs(page)).not.toEqual(before);

    const right = await text.inputValue();
    await text.fill(
      right
        .replace("sampleCost: 6 ", "sampelCost: 6 ")
        .replace("talk: 0.05..0.3 ", "talk: 0.3..0.05 ")
        .replace("quality: 0.6 ", "quality: 7 "),
    );
    await page.locator(".faults li").first().waitFor();
    const faults = await page.locator(".faults li").allTextContents();
    expect(faults).toHaveLength(3);
    expect(faults.map((fault) => /^brief\.yaml:\d+: \S+/.exec(fault)?.[0].replace(/\d+/, "n"))).toEqual([
      "brief.yaml:n: market.quality",
      "brief.yaml:n: arms.few",
      "brief.yaml:n: assumptions:",
    ]);
    await text.fill(right.replace("seed: 1", "seed: 5").replace("margin: 0.35 ", "margin: 0.5 "));
    await page.waitForFunction(() => location.hash.includes("seed=5"));
    await settled(page);
    expect(await page.locator(".faults li").count()).toBe(0);
    expect(await page.getByRole("textbox", { name: "seed" }).first().inputValue()).toBe("5");
    const link = await page.locator("#link").getAttribute("href");
    const again = await notebook.open(new URL(link ?? "").hash);
    await settled(again.page);
    expect(await programs(again.page)).toEqual(await programs(page));
    await Promise.all([page.close(), again.page.close()]);
  },
);

const PEOPLE = Array.from({ length: 40 }, (_, i) => `c${i}`);
/** A ring with chords; one tie to oneself, one told twice, one to somebody unknown, and a name that is markup. */
const TIES = [
  "from,to",
  ...PEOPLE.flatMap((name, i) => [1, 2, 5].map((by) => `${name},${PEOPLE[(i + by) % 40]}`)),
  "c3,c3",
  "c1,c0",
  "c2,<img src=x onerror=alert(1)>",
].join("\n");

test(
  "own ties and people are read in the page: repairs are counted and listed, names stay text, and the command line decides the same",
  { timeout: 120_000 },
  async () => {
    const { page, asked, said } = await notebook.open("#worlds=20");
    await page.getByText("Your own customers").click();
    const people = [
      "id,spend,<b>kind</b>",
      ...PEOPLE.map((name, i) => `${name},${1 + (i % 7)},${i % 2 ? "a" : "b"}`),
    ].join("\n");
    await page
      .getByLabel("A file of people")
      .setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(people) });
    await page
      .getByLabel("A file of ties")
      .setInputFiles({ name: "my ties.csv", mimeType: "text/csv", buffer: Buffer.from(TIES) });
    await page.getByText("In the page: my ties.csv").waitFor();
    await page.getByLabel("Column with the worth of a customer").selectOption("spend");
    expect(await page.getByLabel("Column with the segment").locator("option").allTextContents()).toContain(
      "<b>kind</b>",
    );
    await page.getByText("The brief as text").click();
    const text = page.locator(".as-brief textarea");
    await text.fill(
      (await text.inputValue())
        .replaceAll("minimumContacts: 20", "minimumContacts: 2")
        .replace("rivalTrial: 0.004", "rivalTrial: 0.005"),
    );
    await page.waitForFunction(() => location.hash.includes("0.005"));
    await settled(page);
    const read = await page.locator(".customers-read").textContent();
    expect(read).toContain("40 people and 120 ties");
    for (const sentence of [
      "dropped: 1 self-loop",
      "dropped: 1 repeated edge",
      'dropped: 1 edge naming somebody who is not in the table of people, the first "c2" to "<img src=x onerror=alert(1)>"',
      "column spend divided by its mean",
    ])
      expect(read).toContain(sentence);
    expect(await page.locator("main img, main b:text-is('kind')").count()).toBe(0);

    const brief = await saved(page, "Save the brief");
    expect(brief).toContain('network: "my ties.csv"');
    const folder = temporaryFolder();
    writeFileSync(join(folder, "people.csv"), people);
    writeFileSync(join(folder, "my ties.csv"), TIES);
    const there = await compared(
      brief
        .replace("my ties.csv", join(folder, "my ties.csv"))
        .replace(/^ {2}people: .*$/m, `  people: ${join(folder, "people.csv")}`),
      folder,
    );
    expect(await programs(page)).toEqual(told(there.decision));
    expect(asked).toEqual([]);
    expect(said).toEqual([]);
    await page.close();
  },
);

test("a file that is too large, packed or broken is refused before it is read whole, and what was there stays", async () => {
  const { page, said } = await notebook.open(SMALL);
  await settled(page);
  const before = await programs(page);
  await page.getByText("Your own customers").click();
  const fault = page.locator(".upload .fault").first();
  const put = async (name: string, buffer: Buffer): Promise<string> => {
    await page.getByLabel("A file of ties").setInputFiles({ name, mimeType: "text/csv", buffer });
    await fault.filter({ hasText: name }).waitFor();
    return (await fault.textContent()) ?? "";
  };
  expect(await put("book.csv", Buffer.from("PK\u0003\u0004"))).toContain(
    "book.csv: a zip archive must unpack, got damaged bytes",
  );
  expect(await put("ties.xslx", Buffer.from("a,b\n"))).toMatch(/^ties\.xslx: .*xslx/);
  expect(await put("binary.csv", Buffer.from("a,b\n\0\0"))).toContain(
    "binary.csv, line 2: a network file must be text",
  );
  const wide = Buffer.from(`from,to\n${"a,b\na,b,c,d\n".repeat(1000)}`);
  expect(await put("wide.csv", wide)).toMatch(/^wide\.csv.*: at most a tenth of the rows may be unusable/);
  const refused = await page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>("input[type=file]")!;
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(50_000_001)], "huge.csv"));
    input.files = data.files;
    input.dispatchEvent(new Event("change"));
    await new Promise((resume) => setTimeout(resume, 200));
    return document.querySelector(".upload .fault")?.textContent;
  });
  expect(refused).toBe("huge.csv: a file must have at most 50.0 MB, got 50.0 MB");
  expect(await programs(page)).toEqual(before);
  expect(said).toEqual([]);
  await page.close();
});

test("the worth that the waterfall ends in is the sum of its lines", async () => {
  const { page } = await notebook.open(SMALL);
  await settled(page);
  const rows = await tableRows(page, "lines");
  for (const { program, worth } of await tableRows(page, "programs")) {
    const sum = rows.reduce((total, row) => total + Number(row[String(program)]), 0);
    expect(sum).toBeCloseTo(Number(worth), 9);
  }
  await page.close();
});
