import { type Plan } from "./plan.ts";
import { type Crew } from "./runner.ts";
import { type Intake } from "./table.ts";
import { type Block, type BlockResult } from "./work.ts";

/** Follows a job while its worlds run. */
export interface Watch {
  /** True asks to stop: running blocks finish and are taken, no new one starts. */
  stopped(): boolean;
  /** Called with the number of worlds wanted in all, each time the plan is asked. */
  wanted?(worlds: number): void;
  /** Called with each finished block before the table takes it. */
  keep?(block: Block, result: BlockResult): void;
  /** Called after the table has taken a block. */
  took?(block: Block): void;
}
export interface Looped {
  /** Worlds wanted of each point. */
  worlds: readonly number[];
  /** True where it was stopped first, so that some worlds are missing. */
  stopped: boolean;
}

/** The time a block should take: a kill loses no more than that, and progress is smooth. */
const BLOCK_MS = 150;

/**
 * Fills the table with every world that the plan wants, in blocks sized by the speed measured so far. The size of
 * blocks and the runner change no result: a world is a function of the setup, its point and its number.
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
      // Early blocks are slow because code is still cold, so the size grows at most eightfold at a time.
      perWorld.set(block.point, before === undefined ? ms : Math.max(ms, before / 8));
      watch.keep?.(block, result);
      table.take({ point: block.point, from: block.from, ...result });
      watch.took?.(block);
      await breath(); // lets signals and the progress bar in
    }
  }

  /** Takes a block from the first stretch left. */
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

/** Yields to other work. Node has `setImmediate`; in a page a message is faster than a timer, which waits 4 ms. */
const breath = (): Promise<void> =>
  new Promise((resume) => {
    if (typeof setImmediate === "function") {
      setImmediate(resume);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(null);
  });
