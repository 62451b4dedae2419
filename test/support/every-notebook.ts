import { type Page } from "playwright";
import { expect, test } from "vitest";
import { type Notebook, looseNumbers, overlapping, seriousFaults, settled, tableRows } from "./notebook-page.ts";

export interface Expected {
  /** An address in which everything is small and quick. */
  small: string;
  /** One that takes a minute, so that there is something to stop. */
  heavy: string;
  /** A setting with a text field that is always in sight, and what is typed into it. */
  change: { setting: string; to: string };
  /** The tables whose numbers follow it. */
  tables: readonly string[];
  /** A setting that only what is drawn follows, and a value for it. */
  drawn?: { setting: string; to: string };
  /** Labels of controls that must be reached by the tabulator, such as Play. */
  reach?: readonly string[];
}

const SECTIONS = [
  "Things to notice",
  "Things to try",
  "A question for the class",
  "What would change our mind",
  "Sources",
];

/** Types a value into the field of a setting, by the keyboard alone, and waits until the address has it. */
async function typed(page: Page, { setting, to }: { setting: string; to: string }): Promise<void> {
  const field = page.locator(`[data-parameter="${setting}"] input:not([type=range])`).first();
  await field.evaluate((one) => one.closest("details")?.setAttribute("open", ""));
  await field.focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(to);
  await page.waitForFunction((part) => location.hash.includes(part), `${setting}=${encodeURIComponent(to)}`);
}

/** What must hold of every notebook, as tests of the calling file. */
export function everyNotebook(notebook: Notebook, { small, heavy, change, tables, drawn, reach = [] }: Expected): void {
  const numbers = async (page: Page): Promise<unknown> => {
    await settled(page);
    return Promise.all(tables.map((id) => tableRows(page, id)));
  };

  test("the page is one file under 3 MB that opens from disk at any width, asks for nothing and complains of nothing; readers that speak and those who cannot tell colours find no serious fault", async () => {
    expect(notebook.built().bytes).toBeLessThan(3e6);
    for (const [width, colorScheme] of [
      [1280, "light"],
      [768, "dark"],
      [390, "light"],
    ] as const) {
      const { page, asked, said } = await notebook.open(small, { width, colorScheme });
      await settled(page);
      if (width > 390) expect(await seriousFaults(page), colorScheme).toEqual([]);
      const wide = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
      expect(await wide(), `width ${width}`).toBeLessThanOrEqual(width);
      expect(await overlapping(page), `width ${width}`).toEqual([]);
      await page.getByRole("button", { name: "Large type" }).click();
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("24px");
      expect(await wide(), `large type, width ${width}`).toBeLessThanOrEqual(width);
      expect(said).toEqual([]);
      expect(asked).toEqual([]);
      await page.close();
    }
  });

  test("the keyboard alone changes a setting, the results follow, and the link gives them again; no work starts anew for what is only drawn", async () => {
    const { page, said } = await notebook.open(small);
    const before = await numbers(page);
    await typed(page, change);
    const after = await numbers(page);
    expect(after).not.toEqual(before);
    const link = await page.locator("#link").getAttribute("href");
    const again = await notebook.open(new URL(link ?? "").hash);
    expect(await numbers(again.page)).toEqual(after);
    for (const name of reach) {
      const control = page.getByRole("button", { name }).first();
      await control.focus();
      expect(await control.evaluate((one) => one === document.activeElement), name).toBe(true);
      await page.keyboard.press("Enter");
    }
    if (drawn) {
      const boxes = again.page.locator("[data-state]");
      await boxes.evaluateAll((all) => all.forEach((box) => box.setAttribute("data-still", "")));
      await typed(again.page, drawn);
      expect(await numbers(again.page)).toEqual(after);
      expect(await again.page.locator("[data-still]").count()).toBe(await boxes.count());
    }
    expect([...said, ...again.said]).toEqual([]);
    await Promise.all([page.close(), again.page.close()]);
  });

  test("the stop button stops the work and the page never freezes meanwhile", async () => {
    const { page } = await notebook.open(heavy);
    const box = page.locator("[data-state]").first();
    await box.getByRole("button", { name: "Stop" }).click();
    const label = box.locator("label");
    const stopped = await label.textContent();
    expect(await box.getAttribute("data-state")).toBe("stopped");
    await page.waitForTimeout(400);
    expect(await label.textContent()).toBe(stopped);
    expect(await box.locator("button").textContent()).toBe("Run again");
    await page.close();
  });

  test("it says what to notice, to try, to ask and to doubt with exact numbers; nothing put into it runs or can be sent; the handout is one printed page", async () => {
    const { page, said } = await notebook.open(`${small}&seed=%3Cimg/src=x%3E`);
    await settled(page);
    await saysAll(page, tables);
    expect(await page.locator(".again b").textContent()).toBe("<img/src=x>");
    expect(await page.locator("main img").count()).toBe(0);
    expect(said).toEqual([]);
    await runsNothing(page);
    await printsOnePage(page);
    await page.close();
  });
}

/** Every section is there, every table has rows, and every number that was found stands there exactly. */
async function saysAll(page: Page, tables: readonly string[]): Promise<void> {
  const headings = await page.locator("main h2").allTextContents();
  for (const section of SECTIONS) expect(headings.map((text) => text.trim())).toContain(section);
  expect(await page.locator(".finding").count()).toBeGreaterThan(0);
  expect(await looseNumbers(page)).toEqual([]);
  for (const id of tables) expect((await tableRows(page, id)).length).toBeGreaterThan(0);
}

async function runsNothing(page: Page): Promise<void> {
  const refused = await page.evaluate(async () => {
    const told = new Promise((tell) =>
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => tell(effectiveDirective)),
    );
    const title = document.title;
    const script = document.createElement("script");
    script.textContent = "document.title = 'ran'";
    document.body.append(script);
    const sent = await fetch("http://127.0.0.1:9/").then(
      () => "sent",
      () => "refused",
    );
    return { directive: await told, ran: document.title !== title, sent };
  });
  expect(refused).toMatchObject({ ran: false, sent: "refused" });
}

/** The handout has the question, a finding and room to write. */
async function printsOnePage(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.getByRole("button", { name: "Print a handout" }).click();
  const sheet = page.locator(".handout");
  expect(await sheet.locator("h1").count()).toBe(1);
  expect(await sheet.locator(".findings .finding").count()).toBeGreaterThan(0);
  expect(await sheet.locator(".picture :is(svg, img)").count()).toBe(1);
  expect(await sheet.textContent()).toContain("A question for the class");
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect([...pdf.matchAll(/\/Type\s*\/Page\b/g)]).toHaveLength(1);
}
