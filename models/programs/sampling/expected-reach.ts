import { exp, log1p, refuse } from "../../core/index.ts";

/** Everyone lists some others to talk to, each list drawn uniformly, as at Vocalpoint and in the network `circles`. */
export interface Circles {
  /** All people, members included (N), and members (S). */
  customers: number;
  members: number;
  /** Different people in a member's list (c) and in everybody else's (g). */
  contacts: number;
  others: number;
  /** Chance that whoever lists a person tells that person (p); 1, unless told, for who could be told. */
  telling?: number;
  /** Share of all people among whom are the members and everybody in their lists; 1 unless told. */
  community?: number;
}

export interface ExpectedReach {
  /** Members times contacts: as many people as there would be if no two members shared a contact. */
  claim: number;
  /** People, members left out, expected at one, two and three hops from the nearest member. */
  reach1: number;
  reach2: number;
  reach3: number;
  /** Standard deviation of the people at one hop. */
  sd1: number;
}

/**
 * How many people circles reach that overlap by chance alone, with M = N·community:
 * R₁ = (M − S)[1 − (1 − pc/(M − 1))^S], exactly, and its standard deviation from the chance that two people
 * are both missed; then R₂ = (N − S − R₁)[1 − (1 − pg/(N − 1))^R₁] at the mean of R₁, and R₃ likewise: a
 * little off their means, since R₁ varies. Everybody else lists people anywhere. Throws `RangeError` listing
 * every fault. Source: occupancy of urns, with the places of one list all different.
 */
export function reachOf(circles: Circles): ExpectedReach {
  const { customers, members, contacts, others, telling = 1, community = 1 } = circles;
  const within = Math.round(customers * community);
  refuse([...circleFaults(circles), ...communityFaults(circles, within)]);
  const near = within - members;
  const missed = contacts === 0 ? 1 : 1 - (telling * contacts) / (within - 1);
  const reach1 = near * (1 - power(missed, members));
  const reach2 = beyond({ customers, met: members, tellers: reach1, others, telling });
  const reach3 = beyond({ customers, met: members + reach1, tellers: reach2, others, telling });
  return {
    claim: members * contacts,
    reach1,
    reach2,
    reach3,
    sd1: spread({ near, missed, within, members, contacts, telling }),
  };
}

/** Of the people not met yet, how many the given tellers list and tell. */
function beyond({
  customers,
  met,
  tellers,
  others,
  telling,
}: {
  customers: number;
  met: number;
  tellers: number;
  others: number;
  telling: number;
}): number {
  return (customers - met - tellers) * (1 - power(1 - (telling * others) / (customers - 1), tellers));
}

/** √(n·q(1 − q) + n(n − 1)(q₂ − q²)): n people are missed with chance q each, and two of them with chance q₂. */
function spread({
  near,
  missed,
  within,
  members,
  contacts,
  telling,
}: Required<Pick<Circles, "members" | "contacts" | "telling">> & {
  near: number;
  missed: number;
  within: number;
}): number {
  if (missed <= 0 || missed === 1) return 0;
  const q = power(missed, members);
  const alone = near * q * (1 - q);
  if (near < 2) return Math.sqrt(alone);
  // One member misses both of two people with chance missed² − less, since a list is short of places.
  const less =
    telling *
    telling *
    contacts *
    (contacts / ((within - 1) * (within - 1)) - (contacts - 1) / ((within - 1) * (within - 2)));
  // -1: one of the two is always told
  const together = q * q * (exp(members * log1p(Math.max(-1, -less / (missed * missed)))) - 1);
  return Math.sqrt(Math.max(0, alone + near * (near - 1) * together)); // rounding may leave a little below 0
}

/**
 * The same at one hop where contacts are mutual: everybody has a number of stubs (members c, others g) that are
 * joined two and two at random, M in all. R₁ = (N − S)[1 − Π_{j<g} (M − 1 − 2j − D)/(M − 1 − 2j)] with D = S·c
 * stubs of members. A person's stub that meets another of the same person is not counted for; in a network
 * without such ties and without repeats a few more people are reached. Throws `RangeError` listing every fault.
 */
export function mutualReachOf(circles: Pick<Circles, "customers" | "members" | "contacts" | "others">): number {
  refuse(circleFaults(circles));
  const { customers, members, contacts, others } = circles;
  const ofMembers = members * contacts;
  const stubs = ofMembers + (customers - members) * others;
  let missed = 1;
  for (let j = 0; j < others; j++) missed *= Math.max(0, stubs - 1 - 2 * j - ofMembers) / (stubs - 1 - 2 * j);
  return members === 0 ? 0 : (customers - members) * (1 - missed);
}

/** x^n for x on [0, 1]; 0^0 is 1. */
const power = (x: number, n: number): number => (n === 0 ? 1 : x <= 0 ? 0 : exp(n * log1p(x - 1)));

function circleFaults({ customers, members, contacts, others, telling = 1 }: Circles): string[] {
  const faults: string[] = [];
  const whole = (name: string, value: number, most: number, why: string): void => {
    if (!(Number.isInteger(value) && value >= 0 && value <= most))
      faults.push(`circles: ${name} must be a whole number from 0 to ${most}${why}, got ${value}`);
  };
  if (!(Number.isInteger(customers) && customers >= 2))
    return [`circles: customers must be a whole number of at least 2, got ${customers}`];
  whole("members", members, customers, ", all customers");
  whole("contacts", contacts, customers - 1, ", all other customers");
  whole("others", others, customers - 1, ", all other customers");
  if (!(telling >= 0 && telling <= 1)) faults.push(`circles: telling must be a chance from 0 to 1, got ${telling}`);
  return faults;
}

function communityFaults({ members, contacts, community = 1 }: Circles, within: number): string[] {
  if (!(community > 0 && community <= 1))
    return [`circles: community must be a share above 0 and at most 1, got ${community}`];
  if (within >= Math.max(members, contacts + 1)) return [];
  return [
    `circles: community must hold the members and everybody in a list: ${Math.max(members, contacts + 1)} people, got ${within} (${community})`,
  ];
}
