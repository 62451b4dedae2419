import { choice, defineModel, real, whole } from "../core/index.ts";
import { churnParameter, leave } from "./churn.ts";
import { firstCustomers, firstFaults, firstParameters } from "./first-customers.ts";
import { independentCascadeKernel } from "./independent-cascade-kernel.ts";
import { weightFaults } from "./passing.ts";
import { begin, reachMeasures, reachState, reachTrace } from "./reach.ts";
import { beginTries, type Meet, triesOf, tryState } from "./tries.ts";

/**
 * Everyone who joins tries once, in the next round, to bring in each contact; an arc succeeds with its
 * probability, whatever else happens. Rounds are synchronous. Of several who bring in the same customer
 * in one round, the one with the lowest index is remembered.
 *
 * With `draws: "arc"` the coin belongs to the arc, so in the same world more first customers or a larger
 * probability never shrink the reach. With `draws: "skip"` the successes of a customer belong to the
 * customer and are drawn as gaps: equal in law, faster where the probability is small, nested in the
 * first customers but not in the probability.
 *
 * Each mechanism has a value that turns it off. `delay` 1: every try arrives in the next round; above it
 * each takes a geometric number of rounds of its own, which by itself moves times and not the reach; in a
 * fork a new delay holds for those who join from there on. `decay` 1: news never gets old; below it a try
 * from h ties away has probability·decay^h, the ties counted along those who brought the news. `attention`
 * 0: all tries are heard; else a customer hears only the first so many that arrive, those of one round in an
 * order drawn by arc, so that the more contacts it has, the less any one counts; remembered is the first
 * heard that succeeds. `churn` 0: nobody leaves; else who has tried for a round may leave, for good, and
 * what it had under way comes to nothing: with `delay` 1 that is nothing, and the reach is as without.
 *
 * Where all tries are heard and no news gets old, a larger delay or churn never enlarges the reach of a world
 * nor lets anybody join sooner; nor does then limiting attention or letting news get old. A smaller `decay`
 * does neither where `delay` is 1. Of two limits to attention nothing is sure: more news crowds out other news.
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
      about: "chance that a try succeeds; used where weighting is uniform",
      lever: true,
    }),
    weighting: choice(["uniform", "weighted-cascade", "edge"], {
      about: "chance of an arc: the same for all, one over the in-degree of its target, or its weight",
    }),
    draws: choice(["arc", "skip"], {
      about: "one draw an arc, or one a success (uniform weighting only; equal in law)",
    }),
    delay: real(1, {
      min: 1,
      max: 1000,
      about: "mean time a try takes to arrive, geometric for each arc; 1 for the next round",
      unit: "rounds",
      lever: true,
    }),
    decay: real(1, {
      min: 0,
      max: 1,
      about: "share of its chance that news keeps at each tie it has passed; 1 for all",
      unit: "share",
    }),
    attention: whole(0, {
      min: 0,
      max: 1e6,
      about: "tries a customer hears, the first to arrive; 0 hears all",
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
      if (weighting !== "uniform") faults.push(`draws=skip must go with weighting=uniform, got ${weighting}`);
      if (decay < 1) faults.push(`draws=skip must go with decay=1, got ${decay}`);
      if (attention > 0) faults.push(`draws=skip must go with attention=0, got ${attention}`);
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

/** True where every mechanism beyond the tries themselves is off. */
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
