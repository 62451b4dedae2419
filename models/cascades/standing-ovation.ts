import { choice, defineModel, f64, i32, mean, real, u8, type View, whole } from "../core/index.ts";
import { parties } from "./ovation/parties.ts";
import { atRest, next, opposition, type Room } from "./ovation/pressure.ts";
import { byDraw, byFalling } from "./ovation/turns.ts";

const parameters = {
  threshold: real(0.5, { min: 0, max: 1, about: "perceived quality above which a person stands unprompted" }),
  quality: real(0.5, { min: 0, max: 1, about: "how good the show was" }),
  noise: real(0.5, { min: 0, max: 1, about: "half the width of the range of perceived quality" }),
  order: choice(["synchronous", "random", "incentive"], {
    about:
      "who looks when: synchronous = all at once; random = one by one in a new random order each sweep; incentive = one by one, starting with people most opposed by what they see at the start of the sweep",
  }),
  tie: choice(["coin", "keep"], {
    about: "what people who see as many standing as sitting do: coin = toss a fair coin; keep = stay as they are",
  }),
  party: whole(1, {
    min: 1,
    max: 1e6,
    about: "size of a party of friends seated together: neighbours in network order who see each other",
    unit: "people",
  }),
  shared: real(0.5, {
    min: 0,
    max: 1,
    about: "chance that a member adopts the party's impression instead of their own",
    unit: "share",
  }),
  loved: real(0.9, {
    min: 0,
    max: 2,
    about: "perceived quality above which a standing person shows that they loved the show",
  }),
  emphasis: whole(1, {
    min: 1,
    max: 1000,
    about: "number of people that a person who loved the show counts for while standing; 1: the same as others",
    unit: "people",
  }),
};
const state = {
  perceived: f64("perceived quality"),
  first: u8("1 = stood at first"),
  standing: u8("1 = stands"),
  loud: u8("1 = loved the show"),
  changed: i32("last sweep in which this person stood up or sat down; 0 = never"),
};
type Theatre = View<typeof parameters, typeof state>;

/**
 * An audience. Everyone stands at first if the show pleased them and then joins the strict majority of the people
 * they see; people who see nobody stay as they are. A step is a sweep, in which everyone looks once. Perceived
 * quality is quality + noise·(2u − 1) with u uniform, so .5 and .5 make it uniform from 0 to 1. A party's
 * impression has the same distribution: parties change who stands together but not anyone's own chance to stand.
 *
 * A run lasts at most 1,000 sweeps by default, because audiences that look all at once may never come to rest: with
 * coins, half of all front rows alternate forever. `--steps` allows more.
 */
export const standingOvation = defineModel({
  name: "standing-ovation",
  about: "People stand if the show pleased them, then copy the majority of those they can see.",
  source: "Miller & Page 2004, Complexity 9(5):8",
  parameters,
  state,
  streams: { taste: "node", together: "node", impression: "node", coin: "node-step", queue: "node-step" },
  steps: 1000,
  defaultNetwork: () => "seats:rows=20,columns=20,view=five",
  setup({
    network,
    parameters: { threshold, quality, noise, party, shared, loved },
    state: { perceived, first, standing, loud },
    random,
  }) {
    const friends = party > 1 ? parties(network, party) : null;
    for (let i = 0; i < network.size; i++) {
      const u = friends && random.together(i) < shared ? random.impression(friends[i]) : random.taste(i);
      perceived[i] = quality + noise * (2 * u - 1);
      first[i] = standing[i] = Number(perceived[i] > threshold);
      loud[i] = Number(perceived[i] > loved);
    }
  },
  step(world) {
    const {
      network,
      parameters,
      state: { standing, changed },
      time,
      random,
    } = world;
    const room = roomOf(world);
    const coin = parameters.tie === "coin" ? random.coin : undefined;
    const seen = parameters.order === "synchronous" ? { ...room, standing: standing.slice() } : room;
    for (const i of parameters.order === "synchronous" ? network.nodes : turns(room, parameters.order, random.queue)) {
      const does = next(seen, i, coin);
      if (does === standing[i]) continue;
      standing[i] = does;
      changed[i] = time;
    }
    return !restsNow(world);
  },
  measures: {
    standing: { about: "people standing", unit: "share", of: ({ state: { standing } }) => mean(standing) },
    allStand: {
      about: "1 if everyone stands",
      unit: "share of worlds",
      of: ({ state: { standing } }) => Number(!standing.includes(0)),
    },
    allSit: {
      about: "1 if everyone sits",
      unit: "share of worlds",
      of: ({ state: { standing } }) => Number(!standing.includes(1)),
    },
    settled: {
      about: "1 if nobody can change any more",
      unit: "share of worlds",
      of: (view) => Number(restsNow(view)),
    },
    sweeps: {
      about: "sweeps until nobody can change any more; 0 if at rest from the start, missing if not settled",
      unit: "sweeps",
      of: (view) => (restsNow(view) ? lastChange(view) : NaN),
    },
    stuck: {
      about: "people who do the opposite of the majority",
      unit: "share",
      of: ({ state: { standing } }) => Math.min(mean(standing), 1 - mean(standing)),
    },
    efficient: {
      about: "1 if the majority is the same as that of the first choices, .5 if either is a tie, otherwise 0",
      unit: "share",
      of: ({ state: { first, standing } }) => (1 + lead(first) * lead(standing)) / 2,
    },
  },
});

const roomOf = ({ network, parameters: { emphasis }, state: { standing, loud } }: Theatre): Room => ({
  network,
  standing,
  loud,
  emphasis,
});
const restsNow = (view: Theatre): boolean => atRest(roomOf(view), view.parameters.tie === "coin");

// Rest depends only on who stands, so an audience at rest came to rest with its last change.
const lastChange = ({ state: { changed } }: Theatre): number =>
  changed.reduce((last, sweep) => Math.max(last, sweep), 0);

/** 1 if more than half stand, −1 if fewer do, 0 in a tie. */
const lead = (column: Uint8Array): number =>
  Math.sign(2 * column.reduce((sum, stands) => sum + stands, 0) - column.length);

/** Everyone in random order; by incentive, starting with those most opposed by what they see. */
function turns(room: Room, order: "random" | "incentive", queue: (i: number) => number): Uint32Array {
  const draws = new Float64Array(room.network.size);
  for (let i = 0; i < draws.length; i++) draws[i] = queue(i);
  return order === "random" ? byDraw(draws) : byFalling(byDraw(draws), (i) => opposition(room, i));
}
