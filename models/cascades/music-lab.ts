import { choice, defineModel, i32, mean, type Network, real, type View, whole } from "../core/index.ts";
import { compensatedTotal } from "../statistics/index.ts";
import { listenersFaults, listenersOf, strangersOf } from "./markets/listeners.ts";
import { gini, shares, unpredictability } from "./markets/shares.ts";

const parameters = {
  songs: whole(48, {
    min: 1,
    max: 1000,
    about: "songs on offer, the same in all markets, the first the most appealing",
    unit: "songs",
  }),
  markets: whole(8, {
    min: 1,
    max: 1000,
    about: "markets side by side that know nothing of each other",
    unit: "markets",
  }),
  listeners: whole(0, {
    min: 0,
    max: 1e6,
    about: "in each market, one after the other; 0: all of the network, or 700 where none is named",
    unit: "people",
  }),
  influence: real(0.5, {
    min: 0,
    max: 1,
    about: "chance that a listener picks by downloads seen rather than by appeal",
    unit: "share",
    lever: true,
  }),
  display: choice(["unordered", "ranked"], {
    about: "songs shown in no order, or by falling downloads, where attention falls as 1/place",
    lever: true,
  }),
  headStart: real(1, {
    min: 0,
    max: 1e6,
    about: "downloads each song seems to have before anyone acts; fewer make early ones count more",
    unit: "downloads",
  }),
  spread: real(0.5, {
    min: 0,
    max: 1,
    about: "appeal falls evenly from 1 + spread for the first song to 1 − spread for the last",
  }),
  best: real(0.5, { min: 0, max: 1, about: "chance that a listener who tries the first song downloads it" }),
  worst: real(0.1, { min: 0, max: 1, about: "the same for the last song; evenly between for the others" }),
  visibility: choice(["everyone", "neighbours"], {
    about: "whose downloads a listener sees: everyone's in its market, or those of its in-neighbours there",
  }),
};
const state = {
  tried: i32("song tried, from 1; 0 has not acted"),
  downloaded: i32("song downloaded, from 1; 0 none"),
};
type Lab = View<typeof parameters, typeof state>;

/**
 * Listeners come to a market one after the other; each tries one song and may download it. Which one it
 * tries is a matter of appeal or, with chance `influence`, of the downloads it sees: in proportion to
 * them and the head start, in a ranked display also to 1/place (songs with equal downloads share their
 * places). Whether a song once tried is downloaded depends on the song alone.
 *
 * Markets run side by side on stretches of the network, a step being one listener in each; people left
 * over do nothing. With influence 1, songs that all are downloaded when tried and no order, a market is
 * Pólya's urn. Who tries by appeal, and who likes which song, is the same in the same world under any
 * influence and display. Where nothing is to be seen, appeal decides. Time grows with the
 * square of listeners and, in a ranked display, of songs.
 */
export const musicLab = defineModel({
  name: "music-lab",
  about: "Parallel markets for the same songs, where listeners see what others downloaded.",
  source:
    "Salganik, Dodds & Watts 2006, Science 311:854; trying and downloading as two steps, of which others sway the first: Krumme, Cebrian, Pickard & Pentland 2012, PLoS ONE 7:e33785",
  parameters,
  state,
  streams: { sway: "node", pick: "node", like: "pair" },
  steps: "rest",
  defaultNetwork: strangersOf,
  check: listenersFaults,
  setup: () => undefined,
  step(world) {
    const {
      parameters,
      state: { tried, downloaded },
      time,
      random,
    } = world;
    const listeners = listenersOf(world);
    const appeal = falling(parameters.songs, 1 + parameters.spread, 1 - parameters.spread);
    const liked = falling(parameters.songs, parameters.best, parameters.worst);
    for (let first = 0; first < parameters.markets * listeners; first += listeners) {
      const i = first + time - 1;
      const swayed = random.sway(i) < parameters.influence;
      const weights = swayed
        ? popularity(seen(world, first, i), parameters.headStart, parameters.display === "ranked")
        : appeal;
      const song = drawn(weights.some((weight) => weight > 0) ? weights : appeal, random.pick(i));
      tried[i] = song + 1;
      if (random.like(i, song) < liked[song]) downloaded[i] = song + 1;
    }
    return time < listeners;
  },
  measures: {
    inequality: {
      about: "Gini coefficient of the songs' market shares, mean of the markets; missing while one sold nothing",
      unit: "share",
      of: (view) => mean(sales(view).map(gini)),
    },
    unpredictability: {
      about:
        "difference of a song's shares in two markets, mean of songs and pairs of markets; missing while one sold nothing",
      unit: "share",
      of: (view) => unpredictability(sales(view)),
    },
    leader: {
      about: "share of the song that sells most in a market, mean of the markets",
      unit: "share",
      of: (view) => mean(sales(view).map((sold) => shares(sold).reduce((most, share) => Math.max(most, share)))),
    },
    best: {
      about: "share of the most appealing song, mean of the markets",
      unit: "share",
      of: (view) => mean(sales(view).map((sold) => shares(sold)[0])),
    },
    downloads: {
      about: "listeners who downloaded what they tried, of those who acted",
      unit: "share",
      of: ({ state: { tried, downloaded } }) => count(downloaded) / count(tried),
    },
  },
});

/** A value a song, falling evenly from the first to the last. */
function falling(songs: number, first: number, last: number): Float64Array {
  return Float64Array.from({ length: songs }, (_, k) =>
    songs === 1 ? first : first + ((last - first) * k) / (songs - 1),
  );
}

/** Downloads of each song that `i` sees: of those before it in its market, or its in-neighbours among them. */
function seen(
  { network, parameters: { songs, visibility }, state: { downloaded } }: Lab,
  first: number,
  i: number,
): Float64Array {
  const counts = new Float64Array(songs);
  const look = (j: number): void => {
    if (downloaded[j] > 0) counts[downloaded[j] - 1]++;
  };
  if (visibility === "everyone") for (let j = first; j < i; j++) look(j);
  else beforeAmong(network, first, i, look);
  return counts;
}

function beforeAmong({ in: { offsets, targets } }: Network, first: number, i: number, look: (j: number) => void): void {
  for (let e = offsets[i]; e < offsets[i + 1]; e++) if (targets[e] >= first && targets[e] < i) look(targets[e]);
}

function popularity(counts: Float64Array, headStart: number, ranked: boolean): Float64Array {
  return counts.map((own) => {
    if (!ranked) return headStart + own;
    let above = 0;
    let level = 0;
    for (const other of counts) {
      if (other > own) above++;
      else if (other === own) level++;
    }
    return (headStart + own) / (above + (level + 1) / 2);
  });
}

/** The song that a draw on [0, 1) falls on, in proportion to the weights, of which one must be above 0. */
function drawn(weights: Float64Array, u: number): number {
  let rest = u * compensatedTotal(weights);
  let last = 0;
  for (let k = 0; k < weights.length; k++) {
    if (weights[k] === 0) continue;
    last = k; // rounding may leave a rest beyond the last
    rest -= weights[k];
    if (rest < 0) break;
  }
  return last;
}

/** Downloads of each song in each market. */
function sales(view: Lab): Float64Array[] {
  const { songs, markets } = view.parameters;
  const listeners = listenersOf(view);
  return Array.from({ length: markets }, (_, market) => {
    const sold = new Float64Array(songs);
    for (const song of view.state.downloaded.subarray(market * listeners, (market + 1) * listeners))
      if (song > 0) sold[song - 1]++;
    return sold;
  });
}

const count = (column: Int32Array): number => column.reduce((sum, song) => sum + Number(song > 0), 0);
