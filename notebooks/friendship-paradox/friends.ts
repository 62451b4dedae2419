import { type Network } from "../../models/core/index.ts";
import { degrees } from "../../models/networks/structure/degrees.ts";
import { projection } from "../../models/networks/structure/projection.ts";

/** How many friends each has: all tied to them, whichever way. */
export const friendsOf = (network: Network): Uint32Array => degrees(projection(network).out);

/** How many friends the friends of each person have on average; NaN of who has none. */
export function friendsMeans(network: Network): Float64Array {
  const { offsets, targets } = projection(network).out;
  return Float64Array.from({ length: network.size }, (_, i) => {
    let sum = 0;
    for (let e = offsets[i]; e < offsets[i + 1]; e++) sum += offsets[targets[e] + 1] - offsets[targets[e]];
    return sum / (offsets[i + 1] - offsets[i]);
  });
}

/** What each person sees among their friends: none at all 0, that they have more on average 1, as many or fewer 2. */
export function seenBy(network: Network): Uint8Array {
  const own = friendsOf(network);
  return Uint8Array.from(friendsMeans(network), (mean, i) => (Number.isNaN(mean) ? 0 : own[i] < mean ? 1 : 2));
}

/** A kind of people: what share of all they are, and how many contacts each of them has. */
export interface Kind {
  share: number;
  contacts: number;
}

/** Mean contacts of a person, and of the person at the end of a random tie: ⟨k⟩ and ⟨k²⟩/⟨k⟩. Shares add up to 1. */
export function ofPersonAndFriend(kinds: readonly Kind[]): { person: number; friend: number } {
  const person = kinds.reduce((sum, { share, contacts }) => sum + share * contacts, 0);
  const square = kinds.reduce((sum, { share, contacts }) => sum + share * contacts * contacts, 0);
  return { person, friend: square / person };
}
