import { loop } from "../../models/studies/work/loop.ts";
import { type Study } from "../../models/studies/work/study.ts";
import { type Intake } from "../../models/studies/work/table.ts";
import { type Carried, carryInFolder, carryInMemory, countOf, type Fill } from "../disk/study-folder.ts";
import { allThreads, threads as threadsOf } from "../threads/threads.ts";
import { onInterrupt } from "./interrupt.ts";
import { progress } from "./progress.ts";

/** Options of every command that runs many worlds. */
export interface CarryOptions {
  /** The results folder; without one nothing is kept. */
  out?: string;
  resume?: boolean;
  threads?: number;
  quiet?: boolean;
  json?: boolean;
}

/** Runs a study on threads, with progress, until it is done or Ctrl-C; in a folder where one is named. */
export async function carry<A, T extends Intake>(study: Study<A, T>, options: CarryOptions): Promise<Carried<A>> {
  const filling: Fill<T> = (table, keep) => fill(study, table, options, keep);
  const { out, resume = false } = options;
  if (resume && out === undefined)
    throw new RangeError("results: --resume must come with a results folder to go on in, got none");
  return out === undefined ? carryInMemory(study, filling) : carryInFolder(study, out, { resume, fill: filling });
}

/** Runs the worlds that the table lacks. */
export async function fill<T extends Intake>(
  study: Pick<Study<unknown, T>, "work" | "plan" | "units" | "small">,
  table: T,
  { threads = study.small ? 1 : allThreads(), quiet = false }: CarryOptions,
  keep: Parameters<Fill<T>>[1],
): ReturnType<Fill<T>> {
  const { name, before } = study.units ?? { name: "worlds", before: (world: number) => world };
  const crew = await threadsOf(threads).open(study.work);
  const shown = progress(name, quiet);
  const interrupt = onInterrupt();
  const plan = (held: T): readonly number[] => study.plan(held);
  shown.add(before(countOf(table, plan(table))));
  try {
    return await loop(crew, table, plan, {
      stopped: interrupt.asked,
      keep,
      wanted: (worlds) => shown.wanted(before(worlds)),
      took: ({ from, to }) => shown.add(before(to) - before(from)),
    });
  } finally {
    shown.stop();
    interrupt.release();
    await crew.close();
  }
}
