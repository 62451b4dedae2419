import { choice, defineModel, i32, mean, type Network, real, type View, whole } from "../core/index.ts";
import { compensatedTotal } from "../statistics/index.ts";
import { listenersFaults, listenersOf, strangersOf } from "./markets/listeners.ts";
import { gini, shares, unpredictability } from "./markets/shares.ts";

const parameters = {
  songs: whole(48, {
    min: 1,
    max: 1000,
    about: "number of songs, the same in all markets; the first is the most appealing",
    unit: "songs",
  }),
  markets: whole(8, {
    min: 1,
    max: 1000,
    about: "number of parallel markets, independent of each other",
    unit: "markets",
  }),
  listeners: whole(0, {
    min: 0,
    max: 1e6,
    about: "listeners in each market, one after another; 0: everyone in the network, or 700 without a network",
    unit: "people",
  }),
  influence: real(0.5, {
    min: 0,
    max: 1,
    about: "chance that a listener picks a song by the downloads seen rather than by appeal",
    unit: "share",
    lever: true,
  }),
  display: choice(["unordered", "ranked"], {
    about: "unordered = songs shown in no order; ranked = by falling downloads, with attention falling as 1/rank",
    lever: true,
  }),
  headStart: real(1, {
    min: 0,
    max: 1e6,
    about: "downloads that each song appears to have at the start; a smaller number makes early downloads count more",
    unit: "downloads",
  }),
  spread: real(0.5, {
    min: 0,
    max: 1,
    about: "spread of appeal, which falls evenly from 1 + spread for the first song to 1 − spread for the last",
  }),
  best: real(0.5, { min: 0, max: 1, about: "chance that a listener who tries the first song downloads it" }),
  worst: real(0.1, {
    min: 0,
    max: 1,
    about: "chance that a listener who tries the last song downloads it; the others lie evenly in between",
  }),
  visibility: choice(["everyone", "neighbours"], {
    about:
      "whose downloads a listener sees: everyone's in the same market, or those of the listener's in-neighbours there",
  }),
};
const state = {
  tried: i32("song tried, from 1; 0 = has not acted"),
  downloaded: i32("song downloaded, from 1; 0 = none"),
};
type Lab = View<typeof parameters, typeof state>;

/**
 * Listeners come to a market one after another; each tries one song and may download it. A listener picks the song
 * by appeal or, with chance `influence`, by the downloads seen: in proportion to downloads plus the head start and,
 * in a ranked display, also to 1/rank (songs with equal downloads share their ranks). Whether a tried song is
 * downloaded depends on the song alone.
 *
 * Markets run in parallel on stretches of the network; a step is one listener in each market, and people left over
 * do nothing. With influence 1, songs that are always downloaded when tried, and no order, a market is Pólya's urn.
 * Which listeners pick by appeal, and who likes which song, is the same in the same world under any influence and
 * display. Listeners who see no downloads pick by appeal. Time is quadratic in listeners and, in a ranked display,
 * in songs.
 */
export const musicLab = defineModel({
  name: "music-lab",
  about: "Parallel markets offer the same songs; listeners see what others downloaded.",
  source:
    "Salganik, Dodds & Watts 2006, Science 311:854; trying and downloading as two steps, with influence on the first: Krumme, Cebrian, Pickard & Pentland 2012, PLoS ONE 7:e33785",
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
      about:
        "Gini coefficient of the songs' market shares, averaged over markets; missing while a market has no downloads",
      unit: "share",
      of: (view) => mean(sales(view).map(gini)),
    },
    unpredictability: {
      about:
        "difference between a song's shares in two markets, averaged over songs and pairs of markets; missing while a market has no downloads",
      unit: "share",
      of: (view) => unpredictability(sales(view)),
    },
    leader: {
      about: "share of the best-selling song of a market, averaged over markets",
      unit: "share",
      of: (view) => mean(sales(view).map((sold) => shares(sold).reduce((most, share) => Math.max(most, share)))),
    },
    best: {
      about: "share of the most appealing song, averaged over markets",
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

/** One value per song, falling evenly from the first to the last. */
function falling(songs: number, first: number, last: number): Float64Array {
  return Float64Array.from({ length: songs }, (_, k) =>
    songs === 1 ? first : first + ((last - first) * k) / (songs - 1),
  );
}

/** Downloads of each song that `i` sees: by everyone before `i` in its market, or by its in-neighbours among them. */
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

/** The song selected by a draw on [0, 1) in proportion to the weights, at least one of which must be above 0. */
function drawn(weights: Float64Array, u: number): number {
  let rest = u * compensatedTotal(weights);
  let last = 0;
  for (let k = 0; k < weights.length; k++) {
    if (weights[k] === 0) continue;
    last = k; // rounding may leave a remainder after the last
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
