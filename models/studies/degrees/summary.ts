import { NORMAL_95 } from "../../statistics/index.ts";
import { type Degree, type Degrees } from "../../influence/degrees/statistic.ts";
import { NOTHING } from "../telling/numbers.ts";
import { percentTo, signedPercentTo } from "../telling/shares.ts";
import { aligned, wrapped } from "../telling/text.ts";
import { type DegreesRequest } from "./request.ts";

/** The answer of `degrees`. */
export type DegreesAnswer = Degrees & {
  /** The columns that are estimates, since only a sample of people was examined. */
  estimated: string[];
  warning: string;
};

/** The answer for machines. */
export function degreesAnswer(result: Degrees, { blocks }: DegreesRequest): DegreesAnswer {
  const estimated = result.egos < result.nodes ? ["pairs", "observed", "excess"] : [];
  return { ...result, estimated, warning: warningsOf(result, blocks).join(" ") };
}

/** The answer for people; `spec` is the network. */
export function degreesText(result: Degrees, request: DegreesRequest, spec: string): string {
  const { model, world = 0, threshold, blocks } = request;
  const sampled = result.egos < result.nodes;
  const head = ["distance", "pairs", "observed", "expected", "excess", "95 % of shuffles", "p"];
  const rows = [sampled ? [...head, "error"] : head, ...result.degrees.map((degree) => rowOf(degree, sampled))];
  return [
    ...(model === undefined ? [] : [`World ${world} of ${model} on ${spec}.`]),
    sentenceOf(
      result,
      model !== undefined && threshold === undefined ? { ...request, value: request.value ?? "1" } : request,
    ),
    aligned(rows, [0, 1, 2, 3, 4, 5, 6, 7]),
    "",
    warningsOf(result, blocks)
      .map((warning) => wrapped(warning))
      .join("\n\n"),
  ].join("\n");
}

const warningsOf = (result: Degrees, blocks?: string): string[] => [
  warningOf(blocks),
  ...missingOf(result),
  ...sampledOf(result),
  ...smallOf(result),
];

function sentenceOf(
  { trait, influence, prevalence, nodes, degrees: all }: Degrees,
  { value, threshold }: Partial<DegreesRequest>,
): string {
  const what =
    value !== undefined ? `${trait} = ${value}` : threshold !== undefined ? `${trait} of at least ${threshold}` : trait;
  const people = `${percentTo(prevalence, 1)} of ${nodes} people have ${what}.`;
  const steps = influence === 1 ? "one step" : `${influence} steps`;
  if (influence === 0) return `${people} Its clustering at distance 1 is no more than shuffled labels give.`;
  return `${people} It clusters beyond chance up to ${steps}${influence === all.length ? ", the largest distance examined" : ""}.`;
}

function rowOf(
  { distance, pairs, observed, expected, excess, excessLow, excessHigh, p, stderr }: Degree,
  sampled: boolean,
): string[] {
  const band = Number.isFinite(excessLow)
    ? `${signedPercentTo(excessLow, 1)} to ${signedPercentTo(excessHigh, 1)}`
    : NOTHING;
  const row = [
    String(distance),
    String(pairs),
    percentTo(observed, 1),
    percentTo(expected, 1),
    signedPercentTo(excess, 1),
    band,
    Number.isFinite(p) ? p.toPrecision(2) : NOTHING,
  ];
  return sampled ? [...row, `± ${percentTo(NORMAL_95 * stderr, 2)}`] : row;
}

function warningOf(blocks?: string): string {
  const shared = blocks === undefined ? "" : ` Likeness within the same ${blocks} is removed; other likeness is not.`;
  return (
    "This curve cannot show why people at a distance are alike. They may have influenced each other (contagion), have chosen each other because they are alike (homophily), " +
    `or share surroundings that act on both (context). Each of the three alone can produce this curve (Shalizi & Thomas 2011; Lyons 2011); --laboratory shows worlds in which it does.${shared}`
  );
}

const missingOf = ({ unknown, nodes, trait }: Degrees): string[] =>
  unknown === 0
    ? []
    : [
        `${unknown} of ${unknown + nodes} people are left out because ${trait} or their block is unknown; paths still run through them.`,
      ];

const sampledOf = ({ egos, nodes }: Degrees): string[] =>
  egos === nodes
    ? []
    : [
        `Estimated from the neighbourhoods of ${egos} of ${nodes} people; the band and p hold for them. --egos all uses everyone.`,
      ];

function smallOf({ degrees: all }: Degrees): string[] {
  const none = all.filter(({ observed }) => !Number.isFinite(observed)).map(({ distance }) => distance);
  return none.length === 0
    ? []
    : [`At distance ${none.join(", ")} no pair has an alter with the trait, so there is no result.`];
}
