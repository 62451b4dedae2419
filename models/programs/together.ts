import { type Acts } from "../market/week.ts";
import { costState } from "./costs.ts";
import { type AnyPlace } from "./program.ts";
import { settleNoise } from "./members/noise.ts";

/**
 * The acts of several programs in one week, in their order. Of who is on duty for two, the one by which that
 * person talks more decides how well it persuades and whose message it is; messages of all dull one another.
 * Whoever is a member of any is one, and a sum is booked by each program and once for all.
 */
export function together(all: AnyPlace, each: readonly { place: AnyPlace; acts: Acts; clutter: number }[]): Acts {
  const places = each.map(({ place }) => place.state);
  const { messages: heard, enrolled } = all.state;
  const joined = each.flatMap(({ acts }) => (acts.joined ? [acts.joined] : []));
  const left = each.flatMap(({ acts }) => (acts.left ? [acts.left] : []));
  return {
    before() {
      for (const { messages } of places) messages.fill(0);
      for (const { acts } of each) acts.before?.();
      putOnDuty(all.state, places);
    },
    spoken(i, j) {
      const { duty, lift } = all.state;
      const { messages } = places.find((own) => own.duty[j] === duty[j] && own.lift[j] === lift[j]) ?? places[0];
      if (messages[i] < 255) messages[i]++;
    },
    talked() {
      for (const { acts } of each) acts.talked?.();
    },
    joined(i) {
      for (const one of joined) one(i);
    },
    answers: () => each.reduce((sum, { acts }) => sum + (acts.answers?.() ?? 0), 0),
    left(i) {
      for (const one of left) one(i);
    },
    after() {
      settleNoise(
        all.state.noise,
        each.map(({ place, clutter }) => ({ messages: place.state.messages, clutter })),
      );
      for (const { acts } of each) acts.after?.();
      for (let i = 0; i < all.network.size; i++) {
        heard[i] = Math.min(
          255,
          places.reduce((sum, own) => sum + own.messages[i], 0),
        );
        if (places.some((own) => own.enrolled[i] === 1)) enrolled[i] = 1;
      }
      for (const line of costLines)
        sumOf(
          all.state[line],
          places.map((own) => own[line]),
        );
    },
  };
}

const costLines = Object.keys(costState) as (keyof typeof costState)[];

/** Members talk by the program that makes them talk most; of two alike by the one that makes them persuade more. */
function putOnDuty({ duty, lift }: AnyPlace["state"], places: readonly AnyPlace["state"][]): void {
  for (let j = 0; j < duty.length; j++) {
    let [most, best] = [0, 0];
    for (const own of places) {
      if (own.duty[j] < most || (own.duty[j] === most && own.lift[j] <= best)) continue;
      [most, best] = [own.duty[j], own.lift[j]];
    }
    duty[j] = most;
    lift[j] = best;
  }
}

function sumOf(sum: Float64Array, parts: readonly Float64Array[]): void {
  for (let i = 0; i < sum.length; i++) sum[i] = parts.reduce((total, part) => total + part[i], 0);
}
