import { expect, test } from "vitest";
import { line } from "../../../scripts/commands/line.ts";
import { within } from "../../support/command.ts";
import { wordsOf } from "../../support/words.ts";

/** Commands whose first example takes a second at most and writes no file of its own. */
const CHEAP = ["models", "describe", "run", "fit", "completion"];

test.each(line.commands.filter(({ name }) => CHEAP.includes(name)))(
  "the example of $name runs",
  async ({ examples }) => {
    await within(...wordsOf(examples[0]));
    expect(process.exitCode ?? 0).toBe(0);
  },
);

test("a person's degrees run as the help says", async () => {
  const example = line.commands.flatMap(({ examples }) => examples).find((one) => one.startsWith("degrees --person"));
  await within(...wordsOf(example ?? "none"));
  expect(process.exitCode ?? 0).toBe(0);
});
