import { aligned, wrapped, clean } from "../telling/text.ts";
import { percent } from "../telling/shares.ts";
import { plain, significant } from "../telling/numbers.ts";
import { type MethodVerdict, type Rehearsed } from "./rehearsed.ts";

const DESIGN_NAMES = { individual: "persons", ego: "circles", cluster: "communities" } as const;
const ESTIMATOR_NAMES = { difference: "all", exposed: "alike", egos: "egos" } as const;
/** A test of more people than this is not printed. */
const MOST_PEOPLE = 1e9;

/** The verdicts as a table of at most 80 columns, with an explanation. */
export function tableOf({ title, arm, outcome, share, worlds, people, unused, currency, methods }: Rehearsed): string {
  const what = outcome === "adopted" ? "new customers per person" : `${clean(currency)} per person`;
  const head = ["treated", "counted", "finds", "bias", "covers", "power", "detects", "people", "cost"];
  const rows = methods.map(
    ({ design, estimator, mean, bias, coverage, power, smallestEffect, smallestTest, bill, lost }) => [
      DESIGN_NAMES[design],
      ESTIMATOR_NAMES[estimator] + (lost > 0 ? "*" : ""),
      significant(mean, 3),
      significant(bias, 3),
      percent(coverage),
      percent(power),
      significant(smallestEffect, 3),
      smallestTest <= MOST_PEOPLE ? String(smallestTest) : "–",
      significant(bill, 3),
    ],
  );
  const lost = Math.max(...methods.map((method) => method.lost));
  return [
    clean(title),
    wrapped(
      `A field test of "${clean(arm)}" in ${worlds} worlds of ${people} people, ${plain(100 * share)} % treated. If everyone took part, the program would bring ${significant(methods[0].truth, 3)} ${what}.`,
    ),
    ...(unused.length > 0 ? [wrapped(unusedText(unused))] : []),
    "",
    aligned([head, ...rows], [2, 3, 4, 5, 6, 7, 8]),
    "",
    wrapped(
      "treated: single persons, circles (a person and all contacts) or whole communities. counted: everyone in the test (all), those with at least three in four contacts treated as they are (alike), or the persons at the centre of circles (egos). finds: the mean estimate. bias: the mean estimate less the truth. covers: share of 95 % intervals that contain the truth. power: share of tests that find a significant effect. detects: the smallest effect found in four tests of five. people: the number of people, counted or not, with which four tests of five would find the mean estimate. cost: cost of the program in the test.",
    ),
    ...(lost > 0 ? [wrapped(`* in up to ${lost} worlds too few people were left in one group for an estimate.`)] : []),
    ...tooFew(methods, share).map((text) => wrapped(text)),
  ].join("\n");
}

/** Says which settings a test does not use, since everyone who is treated takes part. */
export const unusedText = (names: readonly string[]): string =>
  `Everyone who is treated takes part, so ${names.join(", ")} ${names.length === 1 ? "is" : "are"} not used.`;

/** The designs that could not be tried in any world. */
function tooFew(methods: readonly MethodVerdict[], share: number): string[] {
  const units = new Map(
    methods.filter(({ bill }) => Number.isNaN(bill)).map((method) => [DESIGN_NAMES[method.design], method.units]),
  );
  return [...units].map(
    ([name, many]) =>
      `${name}: at least two must be treated and two left untreated; with ${plain(many, 3)} of them, treating ${plain(100 * share)} % does not do that.`,
  );
}
