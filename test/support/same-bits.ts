import { find } from "../../models/catalog.ts";
import {
  chance,
  childKey,
  digest,
  log,
  log1p,
  type Network,
  pairUniform,
  run,
  sequence,
  shuffled,
  simulator,
  streamKey,
  streamKeys,
  uniform,
} from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { ringOfThirty, rumour } from "./rumour.ts";

/**
 * Digests of what every published number rests on: draws, sequences, the streams of a world, whole
 * runs. Node, its worker threads and every browser must give these very digests.
 */
export function sameBits(): Record<string, string> {
  const key = childKey(streamKey(1, "bits"), 3);
  const reals = (count: number, at: (n: number) => number): string =>
    digest(Float64Array.from({ length: count }, (_, n) => at(n)));
  const own = sequence(key);
  const karate = generate("karate", 1);
  return {
    draws: reals(10_000, (n) => uniform(key, n)),
    pairs: reals(10_000, (n) => pairUniform(key, n >>> 7, n & 127)),
    worlds: reals(10_000, (n) => uniform(childKey(key, n), n)),
    sequence: reals(10_000, (n) => (n % 2 ? own.uniform() : own.below(n + 1))),
    shuffle: digest(
      Float64Array.from(
        shuffled(
          Uint32Array.from({ length: 1000 }, (_, i) => i),
          own,
        ),
      ),
    ),
    streams: reals(2_000, streamOfWorlds()),
    elementary: reals(10_000, (n) => log(uniform(key, n) + 2 ** -40) + log1p(-uniform(key, n))),
    rumour: digest(
      ...Object.values(
        run(rumour, ringOfThirty(true), { parameters: { pass: 0.4, order: "random" }, seed: "bits", world: 9 }),
      ),
    ),
    cascade: cascades(karate, false),
    "cascade by kernel": cascades(karate, true),
    "random networks": digest(...KINDS.map((kind) => generate(kind, "bits").out.targets)),
  };
}

const KINDS = [
  "erdos-renyi:nodes=500,degree=6",
  "barabasi-albert:nodes=500,links=3",
  "watts-strogatz:nodes=500,degree=6,rewire=0.1",
];

/** The digests; they move only with a commit that says `Numbers: changed`. */
export const GOLDEN: Record<string, string> = {
  draws: "01574da36d0dea04",
  pairs: "e168f4e3b938fc26",
  worlds: "78d7040e4a6e8d16",
  sequence: "671e03602973d9ca",
  shuffle: "50db2bc236b27935",
  streams: "39a10848fff51ecf",
  elementary: "d77d5cbbf5dab6dd",
  rumour: "e7e0c12a0e8689f0",
  cascade: "a827de005fd9e05e",
  "cascade by kernel": "a827de005fd9e05e",
  "random networks": "cfcd934253e8dabb",
};

/** What a model gets to draw from, over some worlds and steps. */
function streamOfWorlds(): (n: number) => number {
  const { streams } = rumour;
  const worlds = [0, 1, 2 ** 30 - 1].map((world) => chance(streams, streamKeys("bits", streams), world));
  return (n) => {
    const { random, at } = worlds[n % 3];
    at(n >>> 4);
    return (
      random.taste(n) +
      random.tie(n) +
      random.meeting(n, n + 1) +
      random.mood(n) +
      random.word(n) +
      random.queue.uniform()
    );
  };
}

function cascades(network: Network, kernel: boolean): string {
  const { model } = find("independent-cascade");
  const simulate = simulator(model, network, { parameters: { probability: 0.1, seeds: ["0"] }, seed: "bits", kernel });
  const out = new Float64Array(2);
  return digest(
    Float64Array.from({ length: 400 }, (_, n) => {
      if (n % 2 === 0) simulate(n / 2, out);
      return out[n % 2];
    }),
  );
}
