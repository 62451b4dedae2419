import { type Parameter } from "../../core/index.ts";
import { drawn } from "../brief/assumptions.ts";
import { NONE } from "../brief/brief.ts";
import { programNamed } from "../../programs/programs.ts";
import { type Unit } from "../brief/units.ts";
import { type Table } from "../work/table.ts";
import { type Advice, adviceOf } from "./advice.ts";
import { type Look, outcomesOf, type Outcomes } from "./columns.ts";
import { type Interaction, interactionsOf } from "./interaction.ts";
import { type CompareJob } from "./job.ts";
import {
  type ArmMeasures,
  less,
  type Line,
  linesBetween,
  type Mean,
  meanOf,
  measuresOf,
  type Pair,
  pairOf,
  worthOf,
} from "./measures.ts";
import { nobodyIn, type Nobody } from "./nobody.ts";
import { sensitivities, type Sensitivity } from "./sensitivity.ts";

/** The decision table: what `compare --json` prints and a report is made from. No clocks, no paths. */
export interface Decision {
  title: string;
  question?: string;
  currency: string;
  unit: Unit;
  /** Weeks. */
  horizon: number;
  worlds: number;
  failed: { world: number; error: string }[];
  /** Whether the interval became as narrow as the brief asks; null where it does not ask. */
  narrow: boolean | null;
  none: { equity: Mean; adopters: Mean };
  arms: (ArmMeasures & { name: string; about?: string; program: string; source: string })[];
  /** Programs that nobody took part in, in any world. */
  nobody: Nobody[];
  pairs: LinedPair[];
  advice: Advice;
  /** Of the best program by the rule, even where no program is better. */
  sensitivity: { arm: string; of: Sensitivity[] } | null;
  longer: Longer | null;
  /** Of arms with several programs; left out where there are none. */
  interactions?: Interaction[];
  /** The largest disagreement of the two accounts in any world, as a share of the ledger's lines. */
  gap: number;
}
/** Two programs with the difference of each line of the ledger, which add up to theirs. */
export interface LinedPair extends Pair {
  lines: Record<Line, Mean>;
}
/** The same worlds at the horizon and at twice that: what only came sooner is no expansion in the end. */
export interface Longer {
  horizon: number;
  worlds: number;
  /** `change` is by how much the line of new customers is worth more at twice the horizon, world by world. */
  arms: { name: string; near: Late; far: Late; change: Mean }[];
}
export interface Late {
  npv: Mean;
  expansion: Mean;
  acceleration: Mean;
}

/**
 * The decision from the finished worlds. Worlds that failed are left out of everything. Throws `RangeError` if all
 * failed.
 */
export function decisionOf(
  { brief, horizons, customers }: Pick<CompareJob, "brief" | "horizons" | "customers">,
  table: Table,
  worlds: number,
  longerWorlds: number,
): Decision {
  const failed = table.failures(0).filter(({ world }) => world < worlds);
  if (worlds > 0 && failed.length === worlds)
    throw new RangeError(
      `compare: some world must come to its end, got ${worlds} that failed; the first: ${failed[0].error}`,
    );
  const of = without(outcomesOf(table, 0, worlds), failed);
  const names = brief.arms.map(({ name }) => name);
  const measures = names.map((_, arm) => measuresOf((name) => of(arm, name)));
  const npv = names.map((_, arm) => of(arm, "npv"));
  const advice = adviceOf(brief.decide, names, measures, npv);
  const favourite = favouriteOf(advice, names, measures);
  const choose = (among: readonly number[]): string => {
    const own = npv.map((values) => Float64Array.from(among, (world) => values[world]));
    return adviceOf(brief.decide, names, own.map(worthOf), own).choose;
  };
  const draw = drawn(brief.assumptions, brief.seed);
  const broken = new Set(failed.map(({ world }) => world));
  const points = [...Array(worlds).keys()].filter((world) => !broken.has(world)).map(draw);
  const interactions = interactionsOf(brief.arms, (name) =>
    table.column(0, name, worlds).filter((_, world) => !broken.has(world)),
  );
  return {
    title: brief.title,
    question: brief.question,
    currency: brief.currency,
    unit: brief.unit,
    horizon: horizons[0],
    worlds: worlds - failed.length,
    failed,
    narrow:
      brief.stop.width === undefined
        ? null
        : measures.every(({ npv: { low, high } }) => (high - low) / 2 <= brief.stop.width!),
    none: { equity: noneOf(table, worlds, "equity"), adopters: noneOf(table, worlds, "adopters") },
    arms: brief.arms.map(({ name, about, program }, arm) => ({
      name,
      about: about ?? programNamed(program).about,
      program,
      source: programNamed(program).source,
      ...measures[arm],
    })),
    nobody: nobodyIn({ brief, customers }, measures),
    pairs: pairsOf(names, of),
    advice,
    sensitivity:
      favourite === -1 || brief.assumptions.length === 0
        ? null
        : { arm: names[favourite], of: sensitivities(brief.assumptions, points, npv[favourite], choose) },
    longer: horizons.length > 1 && longerWorlds > 0 ? longerOf(table, names, horizons[1], longerWorlds) : null,
    ...(interactions.length > 0 && { interactions }),
    gap: Math.max(...names.map((_, arm) => of(arm, "gap").reduce((most, gap) => Math.max(most, gap), 0))),
  };
}

/** Outcomes without the worlds that failed. */
function without(all: Outcomes, failed: readonly { world: number }[]): Outcomes {
  if (failed.length === 0) return all;
  const broken = new Set(failed.map(({ world }) => world));
  return (arm, name) => all(arm, name).filter((_, world) => !broken.has(world));
}

const noneOf = (table: Table, worlds: number, name: string): Mean =>
  meanOf(table.column(0, `none ${name}`, worlds).filter(Number.isFinite));

/** The place of the program chosen, else of the one worth most on average. */
function favouriteOf({ choose }: Advice, names: readonly string[], measures: readonly ArmMeasures[]): number {
  if (choose !== NONE) return names.indexOf(choose);
  return measures.reduce((best, { npv }, at) => (best < 0 || npv.mean > measures[best].npv.mean ? at : best), -1);
}

/** Every two programs, and each against none. */
function pairsOf(names: readonly string[], of: Outcomes): LinedPair[] {
  const pair = (i: number, j: number | null): LinedPair => {
    const npv = of(i, "npv");
    const lines = linesBetween((line) => of(i, line), j === null ? null : (line) => of(j, line));
    return {
      ...pairOf(names[i], j === null ? NONE : names[j], npv, j === null ? new Float64Array(npv.length) : of(j, "npv")),
      lines,
    };
  };
  return names.flatMap((_, i) => [pair(i, null), ...names.slice(i + 1).map((__, k) => pair(i, i + 1 + k))]);
}

function longerOf(table: Table, names: readonly string[], horizon: number, worlds: number): Longer | null {
  const failed = ([0, 1] as Look[]).flatMap((look) => table.failures(look)).filter(({ world }) => world < worlds);
  const near = without(outcomesOf(table, 0, worlds), failed);
  const far = without(outcomesOf(table, 1, worlds), failed);
  const left = worlds - new Set(failed.map(({ world }) => world)).size;
  if (left < 2) return null;
  const late = (of: Outcomes, arm: number): Late => ({
    npv: meanOf(of(arm, "npv")),
    expansion: meanOf(of(arm, "expansion")),
    acceleration: meanOf(of(arm, "acceleration")),
  });
  return {
    horizon,
    worlds: left,
    arms: names.map((name, arm) => ({
      name,
      near: late(near, arm),
      far: late(far, arm),
      change: meanOf(less(far(arm, "expansion"), near(arm, "expansion"))),
    })),
  };
}

/** Everything that programs of the brief know, the market included. */
export function knownParameters({ arms }: CompareJob["brief"]): Record<string, Parameter> {
  return Object.assign({}, ...arms.map(({ program }) => programNamed(program).parameters)) as Record<string, Parameter>;
}

/** The parameter that an assumption is about: of the market, or of a program under its own name. */
export function assumedParameter({ arms }: CompareJob["brief"], name: string): Parameter {
  const model = arms.map(({ program }) => programNamed(program)).find(({ named }) => named(name).length > 0);
  return (model?.parameters as Record<string, Parameter>)[model?.named(name)[0] ?? name];
}
