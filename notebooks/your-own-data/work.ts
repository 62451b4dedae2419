import { independentCascade } from "../../models/cascades/independent-cascade.ts";
import { allocate, measureNames, type Network, settle } from "../../models/core/index.ts";
import { conclude, type Degrees, prepare } from "../../models/influence/degrees/statistic.ts";
import { traitOf } from "../../models/influence/degrees/trait.ts";
import { degreeCounts } from "../../models/networks/structure/degrees.ts";
import { describe, type Structure } from "../../models/networks/structure/describe.ts";
import { projection } from "../../models/networks/structure/projection.ts";
import { generate } from "../../models/networks/specification.ts";
import { type Dropped, NOTHING_DROPPED } from "../../models/networks/edges.ts";
import { namedNetwork } from "../../models/studies/asking/named-network.ts";
import { countingOf, countsOf, stretchesOf, task } from "../../models/studies/degrees/counting-task.ts";
import { fixed } from "../../models/studies/work/plan.ts";
import { type Setup, toParts } from "../../models/studies/work/setup.ts";
import { table } from "../../models/studies/work/table.ts";
import { type Work } from "../../models/studies/work/work.ts";
import { filesOf } from "../study/brought.ts";
import { fill, type Computation } from "../study/computation.ts";
import { workOf } from "../study/model-work.ts";
import { doneIn, type WorldsDone } from "../study/worlds.ts";
import { described, type Given } from "./reading.ts";
import { chosenTrait, type Offered } from "./traits.ts";

/** What is set on the page. */
export interface Asking {
  network: string;
  trait: string;
  permutations: number;
  egos: number;
  probability: number;
  seeds: readonly string[];
  seed: string;
  worlds: number;
}
/** What is found, part by part; a part that is not there yet, or cannot be, is left out. */
export interface Found {
  structure?: Structure & { dropped: Dropped };
  /** How many people have 0, 1, 2, … contacts, whatever the direction of ties. */
  contacts?: Uint32Array;
  trait?: Offered;
  degrees?: Degrees;
  /** Who begins. */
  first?: string;
  cascade: WorldsDone;
}

/**
 * Reads, describes, shuffles, and runs worlds, each as the command line does with the same words. Running throws
 * `RangeError` for files and settings that do not fit.
 */
export function ownData(asking: Asking, given: Given | undefined): Computation<Found> {
  const { seed, worlds } = asking;
  const filled = table(1, measureNames(independentCascade));
  const found: Omit<Found, "cascade"> = {};
  let units = 2 + worlds;
  return {
    get units() {
      return units;
    },
    async run(took) {
      const reading = given
        ? await namedNetwork(given.spec, { seed, nodes: given.nodes }, filesOf(given.brought))
        : { network: generate(asking.network, seed), dropped: NOTHING_DROPPED, rows: 0, told: [] };
      const { network, dropped } = reading;
      const { traits, best } = described(network, reading);
      const trait = chosenTrait(asking.trait, traits);
      const seeds = asking.seeds.length > 0 ? asking.seeds : [best];
      const clustering = trait && clusteringOf(network, trait, asking);
      const cascades = cascadesOf(network, { ...asking, seeds });
      units += clustering?.stretches ?? 0;
      found.trait = trait;
      found.first = seeds.join(", ");
      found.contacts = degreeCounts(projection(network).out);
      took(1);
      found.structure = { ...describe(network, { seed }), dropped };
      took(1);
      await fill({ work: cascades, table: filled, plan: fixed(1, worlds) }, { took });
      found.degrees = await clustering?.run(took);
    },
    results: () => ({ ...found, cascade: doneIn(filled, worlds) }),
  };
}

/** Throws `RangeError` for settings that do not fit. */
function cascadesOf(network: Network, { probability, seeds, seed }: Asking): Work<Setup> {
  const parameters = { probability, seeds };
  settle(independentCascade, network, parameters);
  return workOf({
    model: { name: independentCascade.name },
    networks: [toParts("", network)],
    points: [{ network: 0, parameters }],
    seed,
    redraw: false,
  });
}

/** The trait at each distance, counted in stretches of people as `degrees` does. */
function clusteringOf(
  network: Network,
  { column, value }: Offered,
  asking: Asking,
): { stretches: number; run(took: (stretches: number) => void): Promise<Degrees> } {
  const prepared = prepare(network, traitOf(network, { trait: column, value }), asking);
  const counting = countingOf(prepared, allocate);
  const { table: empty, counted } = countsOf(counting);
  const stretches = stretchesOf(prepared.plan);
  return {
    stretches,
    async run(took) {
      const rows = empty();
      const work = { name: "degrees", module: "models/studies/degrees/counting-task.ts", setup: counting, task };
      await fill({ work, table: rows, plan: fixed(1, stretches) }, { took });
      return conclude(prepared, [counted(rows)]);
    },
  };
}
