import { choice, defineModel, real, whole } from "../core/index.ts";
import { churnParameter, leave } from "./churn.ts";
import { firstCustomers, firstFaults, firstParameters } from "./first-customers.ts";
import { independentCascadeKernel } from "./independent-cascade-kernel.ts";
import { weightFaults } from "./passing.ts";
import { begin, reachMeasures, reachState, reachTrace } from "./reach.ts";
import { beginTries, type Meet, triesOf, tryState } from "./tries.ts";

/**
 * Each customer who joins tries once, in the next round, to bring in each contact. An arc succeeds with its
 * probability, whatever else happens. Rounds are synchronous. If several customers bring in the same one in one
 * round, the one with the lowest index is recorded.
 *
 * With `draws: "arc"` the coin belongs to the arc, so in the same world more seeds or a larger probability never
 * shrink the reach. With `draws: "skip"` the successes of a customer belong to the customer and are drawn as gaps.
 * The distribution is the same, and small probabilities run faster. More seeds still never shrink the reach, but a
 * larger probability may.
 *
 * Each mechanism has a value that turns it off:
 *
 * - `delay` 1: every try arrives in the next round. Above 1 each try takes its own geometric number of rounds; this
 *   alone changes times but not the reach. In a fork a new delay applies to customers who join from then on.
 * - `decay` 1: news does not age. Below 1 a try from h ties away has chance probability·decay^h, where h counts the
 *   ties along which the news came.
 * - `attention` 0: customers hear all tries. Otherwise a customer hears only that many, the first to arrive; tries
 *   of one round come in an order drawn by arc. The more contacts a customer has, the less each one counts. The
 *   first heard try that succeeds is recorded.
 * - `churn` 0: nobody leaves. Otherwise customers who have tried for a round may leave for good, and their tries
 *   under way are lost. With `delay` 1 there are none, so the reach is the same as without churn.
 *
 * If all tries are heard and news does not age, a larger delay or churn never increases the reach of a world and
 * never lets anyone join sooner. The same then holds for limiting attention or letting news age. With `delay` 1 it
 * also holds for a smaller `decay`. Between two limits of attention there is no such law, because more news crowds
 * out other news.
 */
export const independentCascade = defineModel({
  name: "independent-cascade",
  about: "Each customer who joins gets one try at every contact.",
  source:
    "Kempe, Kleinberg & Tardos 2003, KDD; Goldenberg, Libai & Muller 2001, Marketing Letters 12:211; delay: Chen, Lu & Zhang 2012, AAAI; " +
    "attention: Weng, Flammini, Vespignani & Menczer 2012, Scientific Reports 2:335; Hodas & Lerman 2012, SocialCom",
  parameters: {
    probability: real(0.1, {
      min: 0,
      max: 1,
      about: "chance that a try succeeds; used with weighting=uniform",
      lever: true,
    }),
    weighting: choice(["uniform", "weighted-cascade", "edge"], {
      about:
        "chance of an arc: uniform = the same for all; weighted-cascade = one over the in-degree of its target; edge = its weight",
    }),
    draws: choice(["arc", "skip"], {
      about: "arc = one draw per arc; skip = one draw per success (uniform weighting only; same distribution)",
    }),
    delay: real(1, {
      min: 1,
      max: 1000,
      about: "mean time a try takes to arrive, geometric for each arc; 1: the next round",
      unit: "rounds",
      lever: true,
    }),
    decay: real(1, {
      min: 0,
      max: 1,
      about: "share of its chance that news keeps at each tie it passes; 1: all of it",
      unit: "share",
    }),
    attention: whole(0, {
      min: 0,
      max: 1e6,
      about: "tries a customer hears, the first to arrive; 0: all",
      unit: "tries",
    }),
    ...churnParameter,
    ...firstParameters,
  },
  state: { ...reachState, ...tryState },
  streams: { coin: "arc", skip: "node", further: "pair", wait: "arc", ear: "arc", leave: "pair", first: "sequence" },
  steps: "rest",
  check({ network, parameters, given }) {
    const { weighting, draws, decay, attention } = parameters;
    const faults = firstFaults({ network, parameters, given });
    if (draws === "skip") {
      if (weighting !== "uniform") faults.push(`draws=skip requires weighting=uniform, got ${weighting}`);
      if (decay < 1) faults.push(`draws=skip requires decay=1, got ${decay}`);
      if (attention > 0) faults.push(`draws=skip requires attention=0, got ${attention}`);
    }
    return weighting === "edge" ? [...faults, ...weightFaults(network)] : faults;
  },
  setup({ network, parameters, state, random }) {
    const first = firstCustomers(network, parameters)(() => random.first);
    begin(state, first);
    for (const i of first) beginTries(network, state, i, 0, parameters.delay, random.wait);
  },
  step({ network, parameters, state, time, random }) {
    const { attention, churn, delay } = parameters;
    const { reached, through, lost, hops, until, heard } = state;
    const { targets } = network.out;
    let more = false;
    const meet: Meet = (e, u, succeeds) => {
      const v = targets[e];
      if (!succeeds || reached[v] >= 0) return;
      reached[v] = time;
      through[v] = u;
      hops[v] = hops[u] + 1;
      beginTries(network, state, v, time, delay, random.wait);
      more = true;
    };
    const arrivals: [ear: number, e: number, u: number, succeeds: boolean][] = [];
    const listen: Meet = (e, u, succeeds) => {
      if (reached[targets[e]] < 0) arrivals.push([random.ear(e), e, u, succeeds]);
    };
    const tryAll = triesOf(network, parameters, state, random, time);
    for (const u of network.nodes) {
      if (reached[u] < 0 || reached[u] === time || lost[u] >= 0 || until[u] < time) continue;
      tryAll(u, attention > 0 ? listen : meet);
      if (until[u] > time) more = true;
    }
    arrivals.sort(([a, e], [b, f]) => a - b || e - f);
    for (const [, e, u, succeeds] of arrivals) {
      const v = targets[e];
      if (reached[v] >= 0 || heard[v] >= attention) continue;
      heard[v]++;
      meet(e, u, succeeds);
    }
    return leave(state, churn, time, random.leave) || more;
  },
  measures: reachMeasures,
  trace: reachTrace,
  kernel: (job) => (isPlain(job.parameters) ? independentCascadeKernel(job) : null),
});

/** True if every mechanism beyond the tries themselves is off. */
const isPlain = ({
  delay,
  decay,
  attention,
  churn,
}: {
  delay: number;
  decay: number;
  attention: number;
  churn: number;
}): boolean => delay === 1 && decay === 1 && attention === 0 && churn === 0;
