import { expect, test } from "vitest";
import { flagOf } from "../../../scripts/cli/option.ts";
import { commandReference } from "../../../scripts/cli/reference.ts";
import { line } from "../../../scripts/commands/line.ts";

test("the reference holds every command with every argument, option and example, and asks nothing of a network", async () => {
  const page = await commandReference(line);
  for (const { name, arguments: places, options } of line.commands) {
    const id = name.replaceAll(" ", "-");
    const section = page.slice(page.indexOf(`<section id="${id}">`)).split("</section>")[0];
    expect(page).toContain(`href="#${id}"`);
    for (const key of Object.keys(places)) expect(section).toMatch(new RegExp(`(&lt;|\\[)${key}(&gt;|\\])`));
    for (const key of Object.keys(options)) expect(section).toContain(`<code>${flagOf(key)}`);
    expect(section).toContain(`ovation ${name}`);
  }
  expect(page).not.toMatch(/(src|href)="https?:/);
});
