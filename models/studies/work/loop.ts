import { type Plan } from "./plan.ts";
import { type Crew } from "./runner.ts";
import { type Intake } from "./table.ts";
import { type Block, type BlockResult } from "./work.ts";

/** Who looks on while worlds are run. */
export interface Watch {
  /** True asks to stop: blocks under way are finished and taken, no new one starts. */
  stopped(): boolean;
  /** Hears how many worlds are wanted in all, each time that becomes known better. */
  wanted?(worlds: number): void;
  /** Is handed each finished block before the table takes it. */
  keep?(block: Block, result: BlockResult): void;
  /** Hears of each block that the table has taken. */
  took?(block: Block): void;
}
export interface Looped {
  /** Worlds wanted of each point. */
  worlds: readonly number[];
  /** True where it was asked to stop first: some of them are missing. */
  stopped: boolean;
}

/** Blocks are cut so that one takes about this long: a kill loses no more, and progress flows. */
const BLOCK_MS = 150;

/**
 * Fills the table with every world that the plan wants, in blocks cut by the speed seen so far. How they are cut and
 * who runs them changes no result: a world is a function of the setup, its point and its number.
 */
export async function loop<T extends Intake>(crew: Crew, table: T, plan: Plan<T>, watch: Watch): Promise<Looped> {
  const perWorld = new Map<number, number>(); // milliseconds, by point
  for (;;) {
    const worlds = plan(table);
    watch.wanted?.(worlds.reduce((sum, count) => sum + count, 0));
    const left = worlds.flatMap((to, point) => table.missing(point, to));
    if (left.length === 0 || watch.stopped()) return { worlds, stopped: left.length > 0 };
    await Promise.all(Array.from({ length: crew.lanes }, () => lane(left)));
  }

  async function lane(left: Block[]): Promise<void> {
    while (left.length > 0 && !watch.stopped()) {
      const block = cut(left);
      const began = performance.now();
      const result = await crew.run(block);
      const ms = (performance.now() - began) / (block.to - block.from);
      const before = perWorld.get(block.point);
      // Early blocks are slow for want of warm code: let the size at most grow eightfold at a time.
      perWorld.set(block.point, before === undefined ? ms : Math.max(ms, before / 8));
      watch.keep?.(block, result);
      table.take({ point: block.point, from: block.from, ...result });
      watch.took?.(block);
      await breath(); // lets signals and the progress bar in
    }
  }

  /** Takes a block from the first of the stretches left. */
  function cut(left: Block[]): Block {
    const [first] = left;
    const ms = perWorld.get(first.point);
    const size = ms === undefined ? 1 : Math.max(1, Math.floor(BLOCK_MS / ms));
    const block = { ...first, to: Math.min(first.to, first.from + size) };
    first.from = block.to;
    if (first.from === first.to) left.shift();
    return block;
  }
}

/** Gives way to whatever else waits; Node has a way that does not cost a millisecond. */
const breath = (): Promise<void> =>
  new Promise((resume) => {
    if (typeof setImmediate === "function") setImmediate(resume);
    else setTimeout(resume, 0);
  });
