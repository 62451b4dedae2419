import { runArm } from "../../ledger/arm.ts";
import { type Arm, COSTS, costsOf } from "../../ledger/ledger.ts";
import { adoptersOf, outcomeOf } from "../../ledger/outcome.ts";
import { equityOf } from "../../market/worth.ts";
import { type Assumption, drawn } from "../brief/assumptions.ts";
import { givenTo, NONE } from "../brief/brief.ts";
import { type AnyMarket, type MarketWithPrograms } from "../../programs/in-market.ts";
import { programNamed } from "../../programs/programs.ts";
import { theMarket } from "../brief/programs.ts";
import { filling } from "../work/filling.ts";
import { fromParts, type NetworkParts } from "../work/setup.ts";
import { type Task } from "../work/work.ts";
import { columnNames, KEPT, OUTCOMES } from "./columns.ts";
import { costColumns, jointsOf } from "./joint.ts";
import { withoutLastTenth } from "./last-tenth.ts";

/** All that a thread needs to know of a comparison; arrays are shared, not copied. */
export interface Comparison {
  network: NetworkParts;
  market: Record<string, unknown>;
  arms: { name: string; program: string; parameters: Record<string, unknown> }[];
  assumptions: Assumption[];
  seed: string;
  /** Weeks of each look. */
  horizons: number[];
}

/** Every so manieth world is run once more without the last tenth of members: what they add needs no more. */
const EVERY = 5;

/**
 * The one function that compares programs in worlds: first the world without any, then each program in the same world.
 * A world in which the worth of an arm is no finite number fails.
 */
export function task(comparison: Comparison): Task {
  const network = fromParts(comparison.network);
  const assumed = drawn(comparison.assumptions, comparison.seed);
  const { all, joints } = jointsOf(comparison.arms);
  const arms = all.map(({ name, program, parameters }) => ({
    name,
    model: programNamed(program),
    parameters,
  }));
  const { length: width } = columnNames(comparison.arms);

  const finished = (model: AnyMarket, parameters: Record<string, unknown>, world: number): Arm =>
    runArm(model, network, { parameters, seed: comparison.seed, world });

  /** Where the costs of each arm with several programs begin. */
  const costsFrom = joints.map((joint) => columnNames(comparison.arms).indexOf(costColumns(joint)[0]));
  function costs(model: MarketWithPrograms, without: Arm, run: Arm): number[] {
    return model.costs(run).flatMap((one) => {
      const lines = costsOf(without, run, one.costs);
      return COSTS.map((line) => lines[line]);
    });
  }

  function compared(world: number, horizon: number, out: Float64Array): void {
    const brief = { market: comparison.market, horizon };
    const values = assumed(world);
    const without = finished(theMarket, givenTo(theMarket, brief, {}, values), world);
    out[0] = equityOf(without);
    out[1] = adoptersOf(without);
    mustBeFinite(NONE, world, out[0]);
    arms.forEach(({ name, model, parameters }, a) => {
      const given = givenTo(model, brief, parameters, values);
      const run = finished(model, given, world);
      const outcome = outcomeOf(without, run);
      mustBeFinite(name, world, outcome.npv);
      const own = out.subarray(2 + a * KEPT.length, 2 + (a + 1) * KEPT.length);
      OUTCOMES.forEach((name, k) => (own[k] = outcome[name]));
      const fewer =
        horizon === comparison.horizons[0] && world % EVERY === 0
          ? withoutLastTenth(model, network, given, outcome.advocates)
          : null;
      const less = fewer && outcomeOf(without, finished(model, fewer, world));
      own.set([less?.npv ?? NaN, less?.advocates ?? NaN], OUTCOMES.length);
      const at = joints.findIndex(({ arm }) => arm === a);
      if (at >= 0) out.set(costs(model, without, run), costsFrom[at]);
    });
  }

  return filling(width, (out, world, look) => compared(world, comparison.horizons[look], out));
}

function mustBeFinite(arm: string, world: number, worth: number): void {
  if (!Number.isFinite(worth))
    throw new RangeError(`the worth of ${arm} in world ${world} must be a finite number, got ${worth}`);
}
