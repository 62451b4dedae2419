import { carrying, happyRate } from "../../market/talk.ts";
import { auditHits } from "./audit.ts";
import { effortOf } from "./effort.ts";
import { type AdvocacyValues } from "./parameters.ts";
import { ACTIVE, type Advocating } from "./state.ts";

/** A post takes a fifth of the work of a conversation. */
const POSTS = 5;

/**
 * Whether seekers do nothing but post: of posts alone and of talk alone they choose what brings the higher
 * expected score net of the risk of being flagged, since a flag costs the cycle. Posts bring no customers,
 * so they pay where there is pay and acts are counted, iff 5·(1 − φ^θ) > 1 − φ.
 */
export const seekersPost = (
  parameters: Pick<AdvocacyValues, "pay" | "scoring" | "falseAlarms" | "auditArea">,
): boolean =>
  parameters.pay > 0 &&
  parameters.scoring === "volume" &&
  POSTS * (1 - auditHits(parameters)) > 1 - parameters.falseAlarms;

/** Puts active members on duty: their effort, what they do with it, and how well they talk. */
export function putToWork({ network, parameters, state }: Advocating, on: boolean): void {
  const { enrolled, role, duty, lift, effort, talking, seeker, drive, fatigue, skill } = state;
  const seekerTalk = seekersPost(parameters) ? 0 : 1;
  for (let i = 0; i < network.size; i++) {
    if (enrolled[i] === 0) continue;
    const works = on && role[i] === ACTIVE;
    talking[i] = seeker[i] === 1 ? seekerTalk : parameters.talking;
    effort[i] = works ? effortOf(parameters, { drive: drive[i], seeker: seeker[i] === 1, fatigue: fatigue[i] }) : 0;
    duty[i] = parameters.talk * parameters.boost * effort[i] * talking[i];
    lift[i] = 1 + parameters.persuasion * skill[i];
  }
}

/**
 * Counts the talks of members on duty that arrived this week and sends their posts, which arrive iff
 * u_post < τ·boost·5·e·(1 − z)·w and only add to the noise. Returns whom members talked to, and which
 * members. Cost: the arcs of members.
 */
export function actsOf(market: Advocating): Map<number, number[]> {
  const { network, parameters, state, random, week } = market;
  const { enrolled, effort, talking, duty, start, acts, messages, conversations, posts } = state;
  const rate = happyRate(market);
  const talk = carrying(market, random.talk);
  const post = carrying(market, random.post);
  const told = new Map<number, number[]>();
  for (let j = 0; j < network.size; j++) {
    if (enrolled[j] === 0 || effort[j] === 0 || start[j] >= week) continue;
    if (duty[j] > 0)
      talk(j, rate(j), (i) => {
        acts[j]++;
        conversations[0]++;
        const tellers = told.get(i);
        if (tellers) tellers.push(j);
        else told.set(i, [j]);
      });
    post(j, parameters.talk * parameters.boost * POSTS * effort[j] * (1 - talking[j]), (i) => {
      acts[j]++;
      posts[0]++;
      if (messages[i] < 255) messages[i]++;
    });
  }
  return told;
}

/** Questions that members can answer this week: Σ e·skill·answers. */
export function answersOf({ network, parameters, state: { enrolled, effort, skill } }: Advocating): number {
  let sum = 0;
  for (let i = 0; i < network.size; i++) if (enrolled[i] === 1) sum += effort[i] * skill[i];
  return sum * parameters.answers;
}
