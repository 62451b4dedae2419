import { expect, test } from "vitest";
import { baselineTable } from "../../../../models/studies/sweep/report/terminal-differences.ts";
import { difference, network, probability, reversed, sample, seedCount } from "../../../support/results-sample.ts";

const crossed = sample([probability(0.1, 0.2), network("karate", "ring:nodes=34")], {
  differences: [difference(2, 0, 4, 1), difference(3, 1, -2, 5)],
});

test("what is compared stands above, a line a setting that is not the baseline, each with its own difference", () => {
  expect(baselineTable(crossed)).toBe(
    [
      "probability 0.2 against probability 0.1, in the same worlds:",
      "network  reach  95 % interval",
      "───────  ─────  ─────────────",
      "karate     4.0     3.0 to 5.0",
      "ring        −2        −7 to 3",
      "Mean differences over 400 worlds per setting; reach in customers.",
      "",
    ].join("\n"),
  );
  expect(baselineTable(reversed(crossed))).toBe(baselineTable(crossed));
});

test("settings that move to different values keep them in their lines", () => {
  const table = baselineTable(
    sample([seedCount(1, 5, 25)], { differences: [difference(1, 0, 4, 1), difference(2, 0, 9, 1)] }),
  )!;
  expect(table).toMatch(/^against seed count 1, in the same worlds:\nseed count +reach/);
  expect(table).toMatch(/\n +5 +4\.0 .*\n +25 +9\.0 /);
});

test("a baseline of two values is named in full, whichever of them a setting shares", () => {
  const both = sample([probability(0.1, 0.2), seedCount(1, 5)], {
    differences: [difference(1, 0, 4, 1), difference(2, 0, 9, 1), difference(3, 0, 10, 1)],
  });
  expect(baselineTable(both)).toMatch(
    /^against probability 0\.1, seed count 1, in the same worlds:\nprobability +seed count +reach/,
  );
});

test("without a baseline there is no second table", () => {
  expect(baselineTable(sample([probability(0.1, 0.2)]))).toBe(null);
});
