import { FREE, type Market, OURS, RIVAL } from "./state.ts";

const TRIED_OURS = 1;
const TRIED_RIVAL = 2;

/**
 * People without a brand try what the week's talk and advertising have moved them to. A weekly chance p acts as a
 * clock: the person's survival, the chance of not having tried yet, falls by the factor 1 − p. The trial happens in
 * the first week with p above 0 in which the survival has fallen to the person's own draw. The law is that of
 * weekly coins, with one draw per person. If the clocks of both brands ring in the same week, ours is tried with
 * chance p / (p + p_rival) and the other clock keeps ringing. After a trial the person becomes a customer if the
 * product meets their needs, and otherwise complains. Nobody tries a brand twice. Calls `joined` for each new
 * customer of ours. Time is linear in people.
 */
export function trials(market: Market, joined?: (i: number) => void): void {
  const { network, parameters, state, random, week } = market;
  const { aware, holder, used, due, doubt, unmoved, unmovedRival, trySurvival, tryRivalSurvival, grudge } = state;
  const { advertising, trial, rivalTrial, rivalQuality } = parameters;
  const quality = state.quality[0];
  for (let i = 0; i < network.size; i++) {
    if (grudge[i] > 0) grudge[i]--;
    if (aware[i] === 0 && advertising > 0 && random.ad(i) < advertising) aware[i] = 1;
    if (holder[i] !== FREE) {
      due[i] = 0;
      continue;
    }
    let ours = false;
    let rival = false;
    let p = 0;
    let q = 0;
    if (aware[i] === 1 && (used[i] & TRIED_OURS) === 0) {
      p = due[i] === 1 ? 1 : 1 - (1 - trial * doubt[i]) * unmoved[i];
      if (p > 0) {
        trySurvival[i] *= 1 - p;
        ours = trySurvival[i] <= random.try(i);
      }
    }
    due[i] = 0;
    if ((used[i] & TRIED_RIVAL) === 0) {
      q = 1 - (1 - rivalTrial) * unmovedRival[i];
      if (q > 0) {
        tryRivalSurvival[i] *= 1 - q;
        rival = tryRivalSurvival[i] <= random.tryRival(i);
      }
    }
    if (ours && rival) {
      ours = random.tie(i) < p / (p + q);
      rival = !ours;
    }
    if (ours) {
      used[i] |= TRIED_OURS;
      if (random.need(i) <= quality) {
        join(market, i);
        joined?.(i);
      } else grudge[i] = parameters.grudge;
    } else if (rival) {
      used[i] |= TRIED_RIVAL;
      if (random.needRival(i) <= rivalQuality) joinRival(market, i, week);
    }
  }
}

/** Makes person i our customer from this week on. */
export function join({ state: { holder, start, end, used, aware }, week }: Market, i: number): void {
  holder[i] = OURS;
  start[i] = week;
  end[i] = -1;
  used[i] |= TRIED_OURS;
  aware[i] = 1;
}

export function joinRival({ state: { holder, rivalStart, everRival, used } }: Market, i: number, week: number): void {
  holder[i] = RIVAL;
  rivalStart[i] = week;
  everRival[i] = 1;
  used[i] |= TRIED_RIVAL;
}
