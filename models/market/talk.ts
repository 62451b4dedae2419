import { draw, exp, type Indexed, limit, type Network, UNIT } from "../core/index.ts";
import { deliver, noMessages, say } from "./messages.ts";
import { type Market, FRESH, OURS, RIVAL, UNTOLD } from "./state.ts";
import { MOST_WEEKS } from "./parameters.ts";
import { segmentsOf } from "./segments.ts";

const TRIED_OURS = 1;
/** A tie of at least this strength is strong. */
const STRONG = 0.5;

/**
 * One week of talk, based on the state at its start. Unhappy people speak first, so that happy talk is weighted
 * with the doubt they leave. Customers and members follow, then the rival's customers. One coin per arc and week
 * decides whether the arc carries talk, whatever the reason for the talk. Time is linear in the arcs of those who
 * talk. `spoken` counts the messages of members; left out, the market does.
 */
export function talk(market: Market, spoken?: (i: number, j: number) => void): void {
  const { network, parameters, state, random, week } = market;
  const { unmoved, unmovedRival, talks, messages, hop, holder, grudge, rivalStart, segment } = state;
  unmoved.fill(1);
  unmovedRival.fill(1);
  talks.fill(0);
  messages.fill(0);
  const segments = segmentsOf(parameters);
  const fade = fadeOf(parameters.halfLife);
  const ours = carrying(market, random.talk);
  const theirs = carrying(market, random.talkRival);
  const happy = happyRate(market);
  const [complaints, praise, rivals] = [noMessages(), noMessages(), noMessages()];
  for (let j = 0; j < network.size; j++) {
    if (grudge[j] > 0)
      ours(j, parameters.talk * parameters.unhappyTalk * segments[segment[j]].talk, (i, w) =>
        say(complaints, j, i, w >= STRONG),
      );
    const rate = happy(j);
    if (rate > 0) ours(j, rate, (i, w) => say(praise, j, i, w >= STRONG));
    else if (holder[j] === RIVAL && rivalStart[j] < week) {
      theirs(j, parameters.rivalTalk * segments[segment[j]].talk * fade[week - rivalStart[j]], (i, w) =>
        say(rivals, j, i, w >= STRONG),
      );
    }
  }
  deliver(complaints, network.size, complained(market));
  deliver(praise, network.size, praised(market, spoken));
  deliver(
    rivals,
    network.size,
    (i, _, strong) => void (unmovedRival[i] *= 1 - (strong ? parameters.strong : parameters.weak)),
  );
  for (let i = 0; i < network.size; i++) hop[i] &= UNTOLD;
}

/**
 * The rate at which customer j talks this week along a tie of strength 1: the larger of the rate by tenure and the
 * rate of a member on duty.
 */
export function talkRate({
  parameters,
  state,
  week,
}: Pick<Market, "parameters" | "state" | "week">): (j: number) => number {
  const { start, segment, duty } = state;
  const segments = segmentsOf(parameters);
  const fade = fadeOf(parameters.halfLife);
  return (j) => Math.max(parameters.talk * segments[segment[j]].talk * fade[week - start[j]], duty[j]);
}

/** The same for customers who praise us, those of some weeks who do not complain; 0 for all others. */
export function happyRate(market: Pick<Market, "parameters" | "state" | "week">): (j: number) => number {
  const { holder, grudge, start } = market.state;
  const rate = talkRate(market);
  return (j) => (holder[j] === OURS && start[j] < market.week && grudge[j] === 0 ? rate(j) : 0);
}

/**
 * A function that visits everyone whom a person's talk reaches: the arcs whose coin for the week falls below rate
 * times strength, in order, each with its target and strength. Time is linear in the person's arcs.
 */
export function carrying(market: Pick<Market, "network" | "parameters" | "random">, coin: Indexed): Carrying {
  const { offsets, targets } = market.network.out;
  const strength = strengthOf(market);
  const [k0, k1, k2, k3] = coin.key;
  return (j, rate, each) => {
    const most = limit(rate);
    for (let e = offsets[j]; e < offsets[j + 1]; e++) {
      const d = draw(k0, k1, k2, k3, e); // the same as `coin(e)` but several times faster: most arcs end here
      if (d >= most) continue;
      const i = targets[e];
      const w = strength(j, i, e);
      if (d * UNIT < rate * w) each(i, w);
    }
  };
}
type Carrying = (j: number, rate: number, each: (i: number, w: number) => void) => void;

/**
 * What hearing about the product does, whatever is said: the hearer becomes aware and gets a hop from the first
 * speaker.
 */
function hearing({ state: { aware, hop } }: Market): (i: number, j: number) => void {
  return (i, j) => {
    aware[i] = 1;
    if (hop[i] === UNTOLD && hop[j] < UNTOLD - 1) hop[i] = (hop[j] + 1) | FRESH;
  };
}

function complained(market: Market): (i: number, j: number) => void {
  const {
    parameters,
    state: { doubt },
  } = market;
  const hear = hearing(market);
  return (i, j) => {
    hear(i, j);
    doubt[i] *= 1 - parameters.doubt;
  };
}

function praised(
  market: Market,
  spoken?: (i: number, j: number) => void,
): (i: number, j: number, strong: boolean) => void {
  const { parameters, state } = market;
  const { doubt, duty, lift, noise, unmoved, talks, messages, touch, used } = state;
  const hear = hearing(market);
  return (i, j, strong) => {
    hear(i, j);
    if ((used[i] & TRIED_OURS) === 0 && talks[i] === 0) touch[i] = j;
    if (talks[i] < 255) talks[i]++;
    let moved = strong ? parameters.strong : parameters.weak;
    if (duty[j] > 0) {
      moved = Math.min(1, (moved * lift[j]) / (1 + noise[i]));
      if (spoken) spoken(i, j);
      else if (messages[i] < 255) messages[i]++;
    }
    unmoved[i] *= 1 - moved * doubt[i];
  };
}

/** The strength of the tie from j to i, arc e; drawn strengths are the same both ways. */
export function strengthOf({
  network,
  parameters,
  random,
}: Pick<Market, "network" | "parameters" | "random">): (j: number, i: number, e: number) => number {
  const { weights } = network.out;
  if (parameters.weighting === "edge" && weights) return (_j, _i, e) => weights[e];
  if (parameters.weighting === "drawn") return (j, i) => 1 - (j < i ? random.strength(j, i) : random.strength(i, j));
  return () => 1;
}

/** What is wrong with the strengths of the ties. */
export function strengthFaults({ out: { weights }, keys }: Network, { weighting }: { weighting: string }): string[] {
  if (weighting !== "edge") return [];
  if (!weights) return ["weighting=edge requires a network with weights"];
  const wrong = weights.findIndex((weight) => !(weight > 0 && weight <= 1));
  return wrong < 0
    ? []
    : [
        `weighting=edge requires weights above 0 and at most 1, got ${weights[wrong]} of tie ${wrong} (${keys.size} customers)`,
      ];
}

const fades = new Map<number, Float64Array>();

/** 2^(−k/h) for each tenure k; 1 where h is 0. */
function fadeOf(halfLife: number): Float64Array {
  let found = fades.get(halfLife);
  if (!found) {
    found = Float64Array.from({ length: MOST_WEEKS }, (_, k) => (halfLife === 0 ? 1 : exp((-Math.LN2 * k) / halfLife)));
    fades.set(halfLife, found);
  }
  return found;
}
