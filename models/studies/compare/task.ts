import { finish, type Model, start } from "../../core/index.ts";
import { type Arm } from "../../ledger/ledger.ts";
import { adoptersOf, outcomeOf } from "../../ledger/outcome.ts";
import { equityOf } from "../../market/worth.ts";
import { type Assumption, drawn } from "../brief/assumptions.ts";
import { givenTo, NONE } from "../brief/brief.ts";
import { programNamed, theMarket } from "../brief/programs.ts";
import { filling } from "../work/filling.ts";
import { fromParts, type NetworkParts } from "../work/setup.ts";
import { type Task } from "../work/work.ts";
import { KEPT, OUTCOMES, widthOf } from "./columns.ts";
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
  const arms = comparison.arms.map(({ name, program, parameters }) => ({
    name,
    model: programNamed(program),
    parameters,
  }));
  const width = widthOf(arms.length);

  /** A market with or without a program, run to its horizon: what every program adds to, the ledger does not read. */
  function finished(model: Model, parameters: Record<string, unknown>, world: number): Arm {
    const own = start(model, network, { parameters, seed: comparison.seed, world });
    finish(own, Infinity);
    return own as unknown as Arm;
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
      const outcome = outcomeOf(without, finished(model, given, world));
      mustBeFinite(name, world, outcome.npv);
      const own = out.subarray(2 + a * KEPT.length, 2 + (a + 1) * KEPT.length);
      OUTCOMES.forEach((name, k) => (own[k] = outcome[name]));
      const fewer =
        horizon === comparison.horizons[0] && world % EVERY === 0
          ? withoutLastTenth(model, network, given, outcome.advocates)
          : null;
      const less = fewer && outcomeOf(without, finished(model, fewer, world));
      own.set([less?.npv ?? NaN, less?.advocates ?? NaN], OUTCOMES.length);
    });
  }

  return filling(width, (out, world, look) => compared(world, comparison.horizons[look], out));
}

function mustBeFinite(arm: string, world: number, worth: number): void {
  if (!Number.isFinite(worth))
    throw new RangeError(`the worth of ${arm} in world ${world} must be a finite number, got ${worth}`);
}
