import { choice, defineModel, type Network, real, UNIT } from "../core/index.ts";
import { firstCustomers, firstFaults, firstParameters } from "./first-customers.ts";
import { gapOf } from "./geometric-skips.ts";
import { independentCascadeKernel } from "./independent-cascade-kernel.ts";
import { arcProbability, skipTable, weightFaults } from "./passing.ts";
import { begin, reachMeasures, reachState, reachTrace } from "./reach.ts";

/**
 * Everyone who joins tries once, in the next round, to bring in each contact; an arc succeeds with its
 * probability, whatever else happens. Rounds are synchronous. Of several who bring in the same customer
 * in one round, the one with the lowest index is remembered.
 *
 * With `draws: "arc"` the coin belongs to the arc, so in the same world more first customers or a larger
 * probability never shrink the reach. With `draws: "skip"` the successes of a customer belong to the
 * customer and are drawn as gaps: equal in law, faster where the probability is small, nested in the
 * first customers but not in the probability.
 */
export const independentCascade = defineModel({
  name: "independent-cascade",
  about: "Each customer who joins gets one try at every contact.",
  source: "Kempe, Kleinberg & Tardos 2003, KDD; Goldenberg, Libai & Muller 2001, Marketing Letters 12:211",
  parameters: {
    probability: real(0.1, { min: 0, max: 1, about: "chance that a try succeeds; used where weighting is uniform", lever: true }),
    weighting: choice(["uniform", "weighted-cascade", "edge"], {
      about: "chance of an arc: the same for all, one over the in-degree of its target, or its weight",
    }),
    draws: choice(["arc", "skip"], { about: "one draw an arc, or one a success (uniform weighting only; equal in law)" }),
    ...firstParameters,
  },
  state: reachState,
  streams: { coin: "arc", skip: "node", further: "pair", first: "sequence" },
  steps: "rest",
  check({ network, parameters, given }) {
    const { weighting, draws } = parameters;
    const faults = firstFaults({ network, parameters, given });
    if (draws === "skip" && weighting !== "uniform") faults.push(`draws=skip must go with weighting=uniform, got ${weighting}`);
    return weighting === "edge" ? [...faults, ...weightFaults(network)] : faults;
  },
  setup({ network, parameters, state, random }) {
    begin(state, firstCustomers(network, parameters)(() => random.first));
  },
  step({ network, parameters, state: { reached, through }, time, random }) {
    const { nodes, out } = network;
    let changed = false;
    const join = (e: number, u: number): void => {
      const v = out.targets[e];
      if (reached[v] >= 0) return;
      reached[v] = time;
      through[v] = u;
      changed = true;
    };
    const tryAll = parameters.draws === "skip" ? bySkips(network, parameters.probability, random, join) : byArcs(network, parameters, random.coin, join);
    for (const u of nodes) if (reached[u] === time - 1) tryAll(u);
    return changed;
  },
  measures: reachMeasures,
  trace: reachTrace,
  kernel: independentCascadeKernel,
});

type Join = (e: number, u: number) => void;

function byArcs(network: Network, parameters: { weighting: string; probability: number }, coin: (e: number) => number, join: Join) {
  const { offsets } = network.out;
  const probability = arcProbability(network, parameters);
  return (u: number): void => {
    for (let e = offsets[u]; e < offsets[u + 1]; e++) if (coin(e) < probability(e)) join(e, u);
  };
}

/** The first gap of a customer is drawn by customer, the k-th after it by the pair (customer, k). */
function bySkips(network: Network, probability: number, random: { skip: (i: number) => number; further: (i: number, k: number) => number }, join: Join) {
  const { offsets } = network.out;
  const table = skipTable(network, probability);
  return (u: number): void => {
    const stop = offsets[u + 1];
    let e = offsets[u] + gapOf(table, random.skip(u) / UNIT);
    for (let k = 1; e < stop; k++) {
      join(e, u);
      e += 1 + gapOf(table, random.further(u, k) / UNIT);
    }
  };
}
