import { expect, test } from "vitest";
import { terminalTable } from "../../../../models/studies/sweep/report/terminal.ts";
import { network, probability, reversed, row, sample, seedCount } from "../../../support/results-sample.ts";

const crossed = sample([probability(0.1, 0.2), network("karate", "ring:nodes=34")]);

test("a line a setting, means with their intervals, in columns", () => {
  expect(terminalTable(crossed)).toBe(
    [
      "probability  network  reach  95 % interval  rounds  95 % interval",
      "───────────  ───────  ─────  ─────────────  ──────  ─────────────",
      "        0.1  karate    10.0    9.0 to 11.0     2.0     1.8 to 2.2",
      "        0.1  ring      20.0   19.0 to 21.0     3.0     2.8 to 3.2",
      "        0.2  karate    30.0   29.0 to 31.0     4.0     3.8 to 4.2",
      "        0.2  ring      40.0   39.0 to 41.0     5.0     4.8 to 5.2",
      "Means over 400 worlds per setting; reach in customers.",
      "",
    ].join("\n"),
  );
});

test("rows in another order give the same table", () => {
  expect(terminalTable(reversed(crossed))).toBe(terminalTable(crossed));
});

test("colour adds codes and nothing else; without it there are none", () => {
  const codes = /\u001b\[\d+m/g;
  expect(terminalTable(crossed)).not.toMatch(codes);
  expect(terminalTable(crossed, { color: true })).toMatch(codes);
  expect(terminalTable(crossed, { color: true }).replace(codes, "")).toBe(terminalTable(crossed));
});

test("it fits its width: measures go first, then letters of names", () => {
  const results = sample([
    probability(0.1, 0.2),
    seedCount(1, 5),
    network("a network with a name that goes on and on for more than a line of text", "karate"),
  ]);
  for (const width of [45, 60, 80, 120, 200]) {
    const lines = terminalTable(results, { width }).split("\n");
    for (const line of lines.slice(0, 6)) expect(line.length).toBeLessThanOrEqual(width);
  }
  expect(terminalTable(results, { width: 45 })).toMatch(/^setting {2}reach {2}95 % interval\n/);
  expect(terminalTable(results, { width: 80 })).toContain("Not shown for lack of width: rounds.");
});

test("escape codes in a name do not reach the terminal", () => {
  expect(terminalTable(sample([network("\u001b[31mred", "karate")]))).not.toContain("\u001b");
});

test("what does not exist is a dash; failures and settings past the fortieth are told", () => {
  const rows = [row(0, "reach", NaN, NaN, 0), row(1, "reach", 7, NaN, 1)];
  const text = terminalTable(sample([probability(0.1, 0.2)], { rows, failures: [{ point: 0, world: 1, error: "x" }] }));
  expect(text).toMatch(/0\.1 +– +–\n/);
  expect(text).toMatch(/0\.2 +7 +–\n/);
  expect(text).toContain("1 world failed and is left out.");
  expect(terminalTable(sample([seedCount(...Array.from({ length: 45 }, (_, i) => i + 1))]))).toContain(
    "5 more settings are in the summary.",
  );
});
