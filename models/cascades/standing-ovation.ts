import { choice, defineModel, f64, i32, mean, real, u8, type View, whole } from "../core/index.ts";
import { parties } from "./ovation/parties.ts";
import { atRest, next, opposition, type Room } from "./ovation/pressure.ts";
import { byDraw, byFalling } from "./ovation/turns.ts";

const parameters = {
  threshold: real(0.5, { min: 0, max: 1, about: "perceived quality above which a person stands unprompted" }),
  quality: real(0.5, { min: 0, max: 1, about: "how good the show was" }),
  noise: real(0.5, { min: 0, max: 1, about: "half-width of the spread of perceived quality" }),
  order: choice(["synchronous", "random", "incentive"], {
    about:
      "who looks when: all at once; one by one in a random order each sweep; one by one, those first whom most of what they see opposes as the sweep begins",
  }),
  tie: choice(["coin", "keep"], { about: "who sees as many stand as sit tosses a fair coin, or stays" }),
  party: whole(1, {
    min: 1,
    max: 1e6,
    about: "friends seated together: neighbours in the order of the network who see each other",
    unit: "people",
  }),
  shared: real(0.5, {
    min: 0,
    max: 1,
    about: "chance that a member goes by the party's impression instead of its own",
    unit: "share",
  }),
  loved: real(0.9, {
    min: 0,
    max: 2,
    about: "perceived quality above which a person who stands shows that it loved it",
  }),
  emphasis: whole(1, {
    min: 1,
    max: 1000,
    about: "how many people one who loved it counts for while standing; 1: no more than others",
    unit: "people",
  }),
};
const state = {
  perceived: f64("quality as perceived"),
  first: u8("1 = stood at first"),
  standing: u8("1 = stands"),
  loud: u8("1 = loved it"),
  changed: i32("last sweep in which this person rose or sat down; 0 never"),
};
type Theatre = View<typeof parameters, typeof state>;

/**
 * An audience: everyone stands at first if the show pleased them, and then goes with the strict majority
 * of those they see; who sees nobody stays. A step is a sweep, in which everybody looks once. Perceived
 * quality is quality + noise·(2u − 1), u uniform, so .5 and .5 make it uniform from 0 to 1; a party's
 * impression has the same law, so parties change who stands together and nobody's own chance to stand.
 * Runs last 1,000 sweeps at most, since audiences that look all at once may never rest: half of all
 * front rows tossing coins blink for ever. `--steps` asks for more.
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
    standing: { about: "people on their feet", unit: "share", of: ({ state: { standing } }) => mean(standing) },
    allStand: {
      about: "1 if everybody stands",
      unit: "share of worlds",
      of: ({ state: { standing } }) => Number(!standing.includes(0)),
    },
    allSit: {
      about: "1 if everybody sits",
      unit: "share of worlds",
      of: ({ state: { standing } }) => Number(!standing.includes(1)),
    },
    settled: {
      about: "1 if nobody could change any more",
      unit: "share of worlds",
      of: (view) => Number(restsNow(view)),
    },
    sweeps: {
      about: "sweeps until nobody could change any more, 0 if so from the start; missing if not settled",
      unit: "sweeps",
      of: (view) => (restsNow(view) ? lastChange(view) : NaN),
    },
    stuck: {
      about: "people who do the opposite of the majority",
      unit: "share",
      of: ({ state: { standing } }) => Math.min(mean(standing), 1 - mean(standing)),
    },
    efficient: {
      about: "1 if the majority is that of the first choices, .5 if either is even, else 0",
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

// Rest is a matter of who stands, so an audience that came to rest did so with its last change.
const lastChange = ({ state: { changed } }: Theatre): number =>
  changed.reduce((last, sweep) => Math.max(last, sweep), 0);

/** 1 where more than half stand, −1 where fewer do, 0 where even. */
const lead = (column: Uint8Array): number =>
  Math.sign(2 * column.reduce((sum, stands) => sum + stands, 0) - column.length);

/** Everyone in a random order, by incentive those first whom most of what they see opposes. */
function turns(room: Room, order: "random" | "incentive", queue: (i: number) => number): Uint32Array {
  const draws = new Float64Array(room.network.size);
  for (let i = 0; i < draws.length; i++) draws[i] = queue(i);
  return order === "random" ? byDraw(draws) : byFalling(byDraw(draws), (i) => opposition(room, i));
}
