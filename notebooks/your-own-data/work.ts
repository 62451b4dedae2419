import { independentCascade } from "../../models/cascades/independent-cascade.ts";
import { measureNames, type Network, simulator } from "../../models/core/index.ts";
import { countEgos, type Counted } from "../../models/influence/degrees/counting.ts";
import { fillLabelings } from "../../models/influence/degrees/labelings.ts";
import { conclude, type Degrees, prepare, shuffleKey } from "../../models/influence/degrees/statistic.ts";
import { traitOf } from "../../models/influence/degrees/trait.ts";
import { degreeCounts } from "../../models/networks/structure/degrees.ts";
import { describe, type Structure } from "../../models/networks/structure/describe.ts";
import { projection } from "../../models/networks/structure/projection.ts";
import { generate } from "../../models/networks/specification.ts";
import { type Dropped } from "../../models/networks/edges.ts";
import { namedNetwork } from "../../models/studies/asking/named-network.ts";
import { filesOf } from "../study/brought.ts";
import { type Work } from "../study/work.ts";
import { type WorldsDone } from "../study/worlds.ts";
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

/** Labels are shuffled and people looked at in so many turns, between which the page hears how far it is. */
const TURNS = 40;

/**
 * Reads, describes, shuffles, and runs worlds, each as the command line does with the same words. Running throws
 * `RangeError` for files and settings that do not fit.
 */
export function ownData(asking: Asking, given: Given | undefined): Work<Found> {
  const { seed, worlds } = asking;
  const names = measureNames(independentCascade);
  const columns = names.map(() => new Float64Array(worlds));
  const found: Omit<Found, "cascade"> = {};
  let [units, done] = [2 + worlds, 0];

  function* clustering(network: Network, { column, value }: Offered): Generator<void> {
    const trait = traitOf(network, { trait: column, value });
    const prepared = prepare(network, trait, asking);
    const { plan, labelings } = prepared;
    fillLabelings(labelings, trait, shuffleKey(seed));
    yield;
    const counted: Counted[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      const [from, to] = [turn, turn + 1].map((edge) => Math.floor((edge * plan.egos.length) / TURNS));
      if (to > from) counted.push(countEgos(plan, trait, labelings, from, to));
      yield;
    }
    found.degrees = conclude(prepared, counted);
  }
  return {
    get units() {
      return units;
    },
    async *run() {
      const { network, dropped, rows, told } = given
        ? await namedNetwork(given.spec, { seed, nodes: given.nodes }, filesOf(given.brought))
        : {
            network: generate(asking.network, seed),
            dropped: { selfLoops: 0, duplicates: 0, dangling: 0 },
            rows: 0,
            told: [],
          };
      const { traits, best } = described(network, { dropped, rows, told });
      const trait = chosenTrait(asking.trait, traits);
      const seeds = asking.seeds.length > 0 ? asking.seeds : [best];
      const simulate = simulator(independentCascade, network, {
        parameters: { probability: asking.probability, seeds },
        seed,
      });
      units += trait ? TURNS + 1 : 0;
      found.trait = trait;
      found.first = seeds.join(", ");
      found.contacts = degreeCounts(projection(network).out);
      yield;
      found.structure = { ...describe(network, { seed }), dropped };
      yield;
      const out = new Float64Array(names.length);
      for (; done < worlds; done++, yield) {
        simulate(done, out);
        for (let m = 0; m < names.length; m++) columns[m][done] = out[m];
      }
      if (trait) yield* clustering(network, trait);
    },
    results: () => ({
      ...found,
      cascade: { done, worlds, columns: Object.fromEntries(names.map((name, m) => [name, columns[m].slice(0, done)])) },
    }),
  };
}
