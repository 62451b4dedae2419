import { u8, real, u32, whole } from "../../core/index.ts";
import { type Market, OURS } from "../../market/state.ts";

/** The best members are invited to meet the makers; the status makes them talk more. */
export const bestParameters = {
  inviteWeek: whole(12, {
    min: 0,
    max: 519,
    about: "before which the best members are invited",
    unit: "weeks",
    lever: true,
  }),
  invited: real(0.1, { min: 0, max: 1, about: "members who are invited; 0 for none", unit: "share", lever: true }),
  statusBoost: real(1.5, {
    min: 1,
    max: 100,
    about: "talk of an invited member as a multiple of before; 1 for no effect",
    unit: "times",
  }),
};
export const bestState = {
  status: u8("1 = has been invited to meet the makers"),
  score: u32("customers who joined after this member talked to them last"),
};
type Inviting = Market & {
  parameters: { inviteWeek: number; invited: number; statusBoost: number };
  state: { status: Uint8Array; score: Uint32Array };
  random: { rank(i: number): number };
};

/** Credits a new customer to the member who talked last. */
export function credit({ state: { touch, enrolled, score } }: Inviting, i: number): void {
  const j = touch[i];
  if (j >= 0 && enrolled[j] === 1) score[j]++;
}

/** Invites the share of members with the highest scores who are still customers; ties by rank. */
export function inviteBest({ network, parameters, state, random, week }: Inviting): void {
  if (week !== parameters.inviteWeek || parameters.invited === 0) return;
  const members: number[] = [];
  for (let i = 0; i < network.size; i++) if (state.enrolled[i] === 1) members.push(i);
  const places = Math.round(parameters.invited * members.length);
  const customers = members.filter((i) => state.holder[i] === OURS);
  customers.sort((a, b) => state.score[b] - state.score[a] || random.rank(a) - random.rank(b) || a - b);
  for (const i of customers.slice(0, places)) {
    state.status[i] = 1;
    state.duty[i] *= parameters.statusBoost;
  }
}
