import { normalQuantile } from "../../statistics/index.ts";
import { booking } from "../costs.ts";
import { OURS } from "../../market/state.ts";
import { called, enrol } from "../members/enrol.ts";
import { handOut } from "../sampling/samples.ts";
import { seekersComing } from "./effort.ts";
import { ACTIVE, type Advocating, INVITED, LEFT, NONE, RESTING } from "./state.ts";

/** Lays down in which order people would be called: by what the firm sees of them. */
export function queueUp(market: Advocating): void {
  const { network, state } = market;
  called(market, network.size, (keys, willing) => blur(market, keys, willing)).forEach(
    (i, at) => (state.turn[i] = at + 1),
  );
}

/** Adds normal error to the keys, in units of their standard deviation. */
function blur(
  { parameters: { signalNoise }, random }: Advocating,
  keys: Float64Array,
  willing: readonly number[],
): void {
  if (signalNoise === 0 || keys.length === 0) return;
  const mean = keys.reduce((sum, key) => sum + key, 0) / keys.length;
  const spread = Math.sqrt(keys.reduce((sum, key) => sum + (key - mean) * (key - mean), 0) / keys.length);
  willing.forEach((i, at) => (keys[at] += signalNoise * spread * normalQuantile(random.signal(i) + 2 ** -32)));
}

/** Places for members, taken or not. */
export const placesOf = ({ network, parameters: { members, memberShare } }: Advocating): number =>
  members.length || Math.round(memberShare * network.size);

/** People left out whose turn has come: their places stay empty. */
export function emptyPlaces({ network, parameters, state }: Advocating): number {
  return parameters.leftOut.filter((key) => {
    const turn = state.turn[network.keys.find(key)];
    return turn > 0 && turn <= state.called[0];
  }).length;
}

/**
 * Fills the free places in the order of calling: whoever is called becomes a member and gets
 * samples, which make the product known. Without replacing only the first places are ever filled. A member is a seeker
 * iff u_type < share·(1 + pull·R̃), by the pay of the day.
 */
export function recruit(market: Advocating): void {
  const { network, parameters, state, random } = market;
  const { role, turn, called: turns } = state;
  if (turns[0] > 0 && !parameters.replacing) return;
  let free = placesOf(market) - emptyPlaces(market);
  const waiting: number[] = [];
  for (let i = 0; i < network.size; i++) {
    if (role[i] === INVITED || role[i] === ACTIVE || role[i] === RESTING) free--;
    if (turn[i] > turns[0]) waiting.push(i);
  }
  if (free <= 0) return;
  const absent = new Set(parameters.leftOut.map((key) => network.keys.find(key)));
  const seekers = seekersComing(parameters);
  const book = booking(market);
  for (const i of waiting.sort((a, b) => turn[a] - turn[b]).slice(0, free)) {
    turns[0] = turn[i];
    if (absent.has(i)) continue;
    enrol(market, i);
    role[i] = INVITED;
    state.seeker[i] = random.type(i) < seekers ? 1 : 0;
    state.drive[i] = state.seeker[i] === 1 ? 0 : parameters.drive;
    handOut(market, i, book);
  }
}

/** Members who became customers start work, those who ceased to be leave, and the rested return if they still care. */
export function settleRoles({ network, state, random, week }: Advocating): void {
  const { role, holder, rest, drive } = state;
  for (let i = 0; i < network.size; i++) {
    if (role[i] === NONE) continue;
    if (role[i] === INVITED && holder[i] === OURS) role[i] = ACTIVE;
    else if ((role[i] === ACTIVE || role[i] === RESTING) && holder[i] !== OURS) role[i] = LEFT;
    else if (role[i] === RESTING && week >= rest[i]) role[i] = random.burnOut(i) < drive[i] ? ACTIVE : LEFT;
  }
}
