import { aligned, wrapped, clean } from "../telling/text.ts";
import { percent } from "../telling/shares.ts";
import { plain, significant } from "../telling/numbers.ts";
import { type MethodVerdict, type Rehearsed } from "./rehearsed.ts";

const DESIGN_NAMES = { individual: "persons", ego: "circles", cluster: "communities" } as const;
const ESTIMATOR_NAMES = { difference: "all", exposed: "alike", egos: "egos" } as const;
/** More people than this nobody can ask. */
const MOST_PEOPLE = 1e9;

/** The verdicts as a table of at most 80 columns, and what they mean. */
export function tableOf({ title, arm, outcome, share, worlds, people, unused, currency, methods }: Rehearsed): string {
  const what = outcome === "adopted" ? "customers won a person" : `${clean(currency)} a person`;
  const head = ["treated", "counted", "finds", "bias", "sure", "power", "can see", "people", "bill"];
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
      `A field test of "${clean(arm)}" in ${worlds} worlds of ${people} people, ${plain(100 * share)} % treated. If all took part that would bring ${significant(methods[0].truth, 3)} ${what}.`,
    ),
    ...(unused.length > 0 ? [wrapped(unusedText(unused))] : []),
    "",
    aligned([head, ...rows], [2, 3, 4, 5, 6, 7, 8]),
    "",
    wrapped(
      "treated: single persons, circles (a person and all contacts) or whole communities. counted: all in the test; those three in four of whose contacts are treated as they are; the persons in the middle of circles. finds: what the test says on average. bias: by how much that misses the truth. sure: share of its 95 % intervals that hold the truth. power: how often it would call the effect real. can see: the smallest effect that it would call real in four tests of five. people: in a test, counted or not, that would so call what it finds. bill: what the program costs in the test.",
    ),
    ...(lost > 0 ? [wrapped(`* in up to ${lost} worlds too few people of one kind were left to tell anything.`)] : []),
    ...tooFew(methods, share).map((text) => wrapped(text)),
  ].join("\n");
}

/** What a test of whoever is treated has no use for. */
export const unusedText = (names: readonly string[]): string =>
  `Whoever is treated takes part, so ${names.join(", ")} ${names.length === 1 ? "is" : "are"} not used.`;

/** The designs that could not be tried in any world. */
function tooFew(methods: readonly MethodVerdict[], share: number): string[] {
  const units = new Map(
    methods.filter(({ bill }) => Number.isNaN(bill)).map((method) => [DESIGN_NAMES[method.design], method.units]),
  );
  return [...units].map(
    ([name, many]) =>
      `${name}: ${plain(many, 3)} of them are too few; at least two must be treated and two left, and ${plain(100 * share)} % are treated.`,
  );
}
