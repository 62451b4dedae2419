import { type Pool } from "./runner.ts";
import { type Block, type BlockResult } from "./task.ts";

/** A stretch of worlds still to run at a point. */
export interface Stretch {
  point: number;
  from: number;
  to: number;
}
export interface Execution {
  want: Block["want"];
  /** Called for each finished block, in the order they finish. */
  take(block: Block, result: BlockResult): void;
  /** True asks to stop: blocks under way are finished and taken, no new one starts. */
  stopped(): boolean;
}

/** Blocks are cut so that one takes about this long: a kill loses no more, and progress flows. */
const BLOCK_MS = 150;

/**
 * Runs all worlds of the stretches, cutting them into blocks by the speed seen so far. How they are
 * cut and who runs them changes no result: a world is a function of its point, seed and number.
 */
export async function execute(
  pool: Pool,
  stretches: Iterable<Stretch>,
  { want, take, stopped }: Execution,
): Promise<void> {
  const left = [...stretches].filter(({ from, to }) => from < to).map((stretch) => ({ ...stretch }));
  const perWorld = new Map<number, number>(); // milliseconds, by point
  function next(): Block | undefined {
    const stretch = left[0] as Stretch | undefined;
    if (!stretch || stopped()) return undefined;
    const ms = perWorld.get(stretch.point);
    const size = ms === undefined ? 1 : Math.max(1, Math.floor(BLOCK_MS / ms));
    const to = Math.min(stretch.to, stretch.from + size);
    const block = { point: stretch.point, from: stretch.from, to, want };
    stretch.from = to;
    if (to === stretch.to) left.shift();
    return block;
  }
  async function lane(): Promise<void> {
    for (let block = next(); block; block = next()) {
      const began = performance.now();
      const result = await pool.run(block);
      const ms = (performance.now() - began) / (block.to - block.from);
      const before = perWorld.get(block.point);
      // Early blocks are slow for want of warm code: let the size at most grow eightfold at a time.
      perWorld.set(block.point, before === undefined ? ms : Math.max(ms, before / 8));
      take(block, result);
      await breath(); // lets signals and the progress bar in
    }
  }
  await Promise.all(Array.from({ length: pool.threads }, lane));
}

/** Gives way to whatever else waits; Node has a way that does not cost a millisecond. */
const breath = (): Promise<void> =>
  new Promise((resume) => {
    if (typeof setImmediate === "function") setImmediate(resume);
    else setTimeout(resume, 0);
  });
