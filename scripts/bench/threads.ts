import { availableParallelism } from "node:os";
import { generate } from "../../models/networks/specification.ts";
import { modelWork } from "../disk/model-work.ts";
import { threads } from "../threads/threads.ts";
import { type Crew } from "../../models/studies/work/runner.ts";
import { type Setup, toParts } from "../../models/studies/work/setup.ts";
import { SEED } from "./kernels.ts";
import { type Measured, paired } from "./paired.ts";

const BLOCKS = 8;
const WORLDS = 40;

/** Two threads against one on the same worlds, which must give the same reach. Meaningful on idle cores only. */
export async function benchThreads(): Promise<Measured[]> {
  if (availableParallelism() < 2) return [];
  const spec = "barabasi-albert:nodes=100000,links=8";
  const network = toParts(spec, generate(spec, SEED));
  const points = [{ network: 0, parameters: { probability: 0.05, seedCount: 50 } }];
  const setup: Setup = {
    model: { name: "independent-cascade" },
    networks: [network],
    points,
    seed: SEED,
    redraw: false,
  };
  const one = await threads(1).open(modelWork(setup));
  const two = await threads(2).open(modelWork(setup));
  try {
    const { ours, theirs, ratio } = await paired(
      "two threads",
      () => all(two),
      () => all(one),
      5,
    );
    const times = 1 / ratio;
    return [
      {
        name: "times faster with two threads than with one",
        unit: "s",
        value: ours / 1e9,
        reference: theirs / 1e9,
        ratio: times,
        goal: "at least 1.7 on idle cores",
        met: times >= 1.7,
      },
    ];
  } finally {
    await Promise.all([one.close(), two.close()]);
  }
}

async function all(crew: Crew) {
  const began = process.hrtime.bigint();
  const blocks = Array.from({ length: BLOCKS }, (_, b) =>
    crew.run({ point: 0, from: b * WORLDS, to: (b + 1) * WORLDS }),
  );
  const results = await Promise.all(blocks);
  const reach = results.reduce((sum, { values }) => sum + values.reduce((total, value) => total + value, 0), 0);
  return { nanoseconds: Number(process.hrtime.bigint() - began), totals: [reach] };
}
