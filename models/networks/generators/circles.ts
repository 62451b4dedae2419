import { flag, type Key, network, real, u32s, whole } from "../../core/index.ts";
import { fromEdges } from "../edges.ts";
import { below } from "./below.ts";
import { customers, defineGenerator, tooLarge } from "./generator.ts";
import { insert } from "./insert.ts";

export const circles = defineGenerator({
  kind: "circles",
  about:
    "everyone has a list of random others to talk to: long for advocates, short for all others; nodes 0, 1, … are the advocates",
  source:
    "modelled on Vocalpoint: 600,000 members with at least 25 contacts among 15 million, compared with 5 on average",
  parameters: {
    advocates: whole(40, { min: 0, max: 1e8, about: "number of advocates" }),
    contacts: whole(25, { min: 0, max: 1e4, about: "number of different customers in an advocate's list" }),
    customers: customers(1000),
    others: whole(5, { min: 0, max: 1e4, about: "number of different customers in everyone else's list" }),
    community: real(1, {
      min: 0,
      max: 1,
      about:
        "share of customers, the first ones, that contains the advocates and everyone in their lists; a smaller share makes circles overlap more",
      unit: "share",
    }),
    directed: flag(true, {
      about: "true: an arc from the customer who lists to the one listed; false: listing or being listed makes a tie",
    }),
  },
  check: ({ advocates, contacts, customers: size, others, community }) => [
    ...(advocates <= size ? [] : [`advocates must be at most customers, got ${advocates} of ${size}`]),
    ...(contacts < size || advocates === 0
      ? []
      : [`contacts must be below customers, got ${contacts} with ${size} customers`]),
    ...communityFaults({ advocates, contacts, size, community }),
    ...(others < size || advocates === size
      ? []
      : [`others must be below customers, got ${others} with ${size} customers`]),
    ...tooLarge(advocates * contacts + (size - advocates) * others),
  ],
  make: ({ parameters: { advocates, contacts, customers: size, others, community, directed }, stream }) => {
    const offsets = u32s(size + 1);
    for (let i = 0; i < size; i++) offsets[i + 1] = offsets[i] + (i < advocates ? contacts : others);
    const within = withinOf({ size, community });
    const targets = lists(offsets, (i) => (i < advocates ? within : size), stream("list"));
    if (directed) return network({ directed, out: { offsets, targets, weights: null } });
    const sources = u32s(targets.length);
    for (let i = 0; i < size; i++) sources.fill(i, offsets[i], offsets[i + 1]);
    return fromEdges({ size, directed, sources, targets }).network;
  },
});

/** How many customers the community of the advocates has. */
const withinOf = ({ size, community }: { size: number; community: number }): number => Math.round(community * size);

function communityFaults({
  advocates,
  contacts,
  ...whole
}: {
  advocates: number;
  contacts: number;
  size: number;
  community: number;
}): string[] {
  const within = withinOf(whole);
  const least = Math.max(advocates, contacts + 1);
  if (advocates === 0 || within === whole.size || within >= least) return [];
  return [
    `community must hold the advocates and everybody in their lists, ${least} customers, got ${within} (${whole.community} of ${whole.size})`,
  ];
}

/**
 * Rising lists of different others, each drawn uniformly from the first `among(i)` and again where it is in the list
 * already.
 */
function lists(offsets: Uint32Array, among: (i: number) => number, [k0, k1, k2, k3]: Key): Uint32Array {
  const size = offsets.length - 1;
  const targets = u32s(offsets[size]);
  let draws = 0;
  for (let i = 0; i < size; i++) {
    const first = offsets[i];
    const end = offsets[i + 1];
    const others = among(i) - 1;
    for (let last = first; last < end;) {
      let j = below(k0, k1, k2, k3, draws++, others);
      if (j >= i) j++;
      if (insert(targets, first, last, j)) last++;
    }
  }
  return targets;
}
