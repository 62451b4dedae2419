import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openBrowser } from "./chromium.ts";
import { stateOf } from "./page-outputs.ts";

/** What of a notebook is to be seen in a picture. */
export interface View {
  notebook: string;
  /** The address behind the number sign. */
  settings: string;
  /** The element at the top of the picture. */
  at: string;
  /** A button that is pressed first, `times` times. */
  press?: string;
  times?: number;
  picture: string;
}

/** A page as wide as a small laptop's, as sharp as a good one's. */
const SIZE = { width: 900, height: 640 };
const ABOVE = 24;

/** Takes pictures of pages in `folder`, each after its computation has ended. */
export async function photographs(views: readonly View[], folder: string, out: string): Promise<void> {
  const browser = await openBrowser();
  try {
    for (const { notebook, settings, at, press, times = 1, picture } of views) {
      const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 1.5, colorScheme: "light" });
      await page.goto(`${pathToFileURL(join(folder, `${notebook}.html`)).href}#${settings}`);
      const seen = page.locator(at).first();
      await seen.waitFor();
      while ((await page.evaluate(stateOf)).running) await page.waitForTimeout(200);
      if (press)
        for (let time = 0; time < times; time++) await page.getByRole("button", { name: press }).first().click();
      await seen.evaluate((one, above) => scrollTo(0, one.getBoundingClientRect().top + scrollY - above), ABOVE);
      await page.waitForTimeout(300);
      await page.screenshot({ path: join(out, picture) });
      await page.close();
    }
  } finally {
    await browser.close();
  }
}
