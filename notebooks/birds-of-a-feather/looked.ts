import { childKey, distinct, sequence, streamKey } from "../../models/core/index.ts";
import { type Interval, multiplier, wilson } from "../../models/statistics/index.ts";
import { type Condition, conditionOf } from "../../models/influence/estimators/conditions.ts";
import { estimators } from "../../models/influence/estimators/estimators.ts";
import { conditions as known, CUSTOMERS, type WorldFindings } from "../../models/influence/estimators/laboratory.ts";
import { type ConditionOutcome, outcomeOf } from "../../models/influence/estimators/outcome.ts";
import { findingsIn, NUMBERS, task } from "../../models/studies/degrees/laboratory-task.ts";
import { type Plan } from "../../models/studies/work/plan.ts";
import { table } from "../../models/studies/work/table.ts";
import { type Computation, fill } from "../study/computation.ts";

/** A condition, and what the estimators found in its worlds so far. */
export interface Looked {
  condition: Condition;
  worlds: WorldFindings[];
}
export interface Shares {
  contagion: number;
  homophily: number;
  context: number;
}

/** Every condition gets this many worlds before any gets more. */
const TURN = 5;

/**
 * The known conditions of the laboratory and the reader's own. Running throws `RangeError` if the shares do not fit.
 */
export function laboratoryWork({
  shares,
  seed,
  worlds,
}: {
  shares: Shares;
  seed: string;
  worlds: number;
}): Computation<Looked[]> {
  const count = known.length + 1;
  const filled = table(count, NUMBERS);
  let conditions: readonly Condition[] = [];
  /** A few worlds of every condition at a time, so that all can be compared early. */
  const inTurns: Plan = ({ count: done }) => {
    const least = Math.min(...conditions.map((_, point) => done(point)));
    return conditions.map(() => Math.min(worlds, least + TURN));
  };
  return {
    units: count * worlds,
    async run(took) {
      conditions = [...known, conditionOf(CUSTOMERS, shares)];
      const work = {
        name: "laboratory",
        module: "models/studies/degrees/laboratory-task.ts",
        setup: { seed, conditions },
        task,
      };
      await fill({ work, table: filled, plan: inTurns }, { took });
    },
    results: () =>
      conditions.map((condition, point) => ({
        condition,
        worlds: Array.from({ length: filled.count(point) }, (_, world) => findingsIn(filled.row(point, world))),
      })),
  };
}

/** The scores of each condition that has at least two worlds. */
export const outcomesOf = (looked: readonly Looked[]): ConditionOutcome[] =>
  looked.filter(({ worlds }) => worlds.length > 1).map(({ condition, worlds }) => outcomeOf(condition, worlds, wilson));

/** The 95 % interval of a mean over `worlds` worlds, by Student's t. */
export function intervalOf({ mean, stderr }: { mean: number; stderr: number }, worlds: number): Interval {
  const half = multiplier(worlds) * stderr;
  return { low: mean - half, high: mean + half };
}

/** The degrees, from 1, at which two of these curves differ: their intervals do not overlap. */
export const partsAt = (outcomes: readonly Pick<ConditionOutcome, "curve" | "worlds">[]): number[] =>
  [1, 2, 3].filter((degree) => {
    const intervals = outcomes.map(({ curve, worlds }) => intervalOf(curve[degree - 1], worlds));
    return Math.max(...intervals.map(({ low }) => low)) > Math.min(...intervals.map(({ high }) => high));
  });

/** The three causes between which a reader guesses, as the laboratory names them. */
export const CAUSES = ["contagion", "homophily", "context"] as const;
export type Cause = (typeof CAUSES)[number];

/** What each cause means. */
export const MEANING: Record<Cause, string> = {
  contagion: "friends copy each other",
  homophily: "people of the same kind become friends",
  context: "friends share a place",
};

/** The cause behind each of the letters A, B and C; it depends on the seed, so that nobody learns it by heart. */
export const hiddenOrder = (seed: string): Cause[] =>
  distinct(CAUSES.length, CAUSES.length, sequence(childKey(streamKey(seed, "birds-of-a-feather/letters"), 0))).map(
    (at) => CAUSES[at],
  );

export const letter = (at: number): string => "ABC"[at];

/** The estimators that have one of these verdicts in an outcome. */
export const judgedAs = (
  { scores }: ConditionOutcome,
  ...verdicts: readonly ConditionOutcome["scores"][number]["verdict"][]
): string[] => scores.filter(({ verdict }) => verdicts.includes(verdict)).map(({ estimator }) => estimator);

/** Names in a sentence: "a, b and c"; "none" if there are none. */
export const listed = (names: readonly string[]): string =>
  names.length === 0
    ? "none"
    : names.length === 1
      ? names[0]
      : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;

/** The width of one estimator's intervals over the width of another's, each averaged over these worlds. */
export function timesAsWide(worlds: readonly WorldFindings[], one: string, other: string): number {
  const [a, b] = [one, other].map((wanted) => estimators.findIndex(({ name }) => name === wanted));
  const sum = (k: number): number => worlds.reduce((all, { findings }) => all + findings[k].stderr, 0);
  return sum(a) / sum(b);
}
