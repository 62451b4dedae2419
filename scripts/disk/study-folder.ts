import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Looped, type Watch } from "../../models/studies/work/loop.ts";
import { type Identity, type Leaf, type Study } from "../../models/studies/work/study.ts";
import { type Intake } from "../../models/studies/work/table.ts";
import { writeWhole } from "./atomic.ts";
import { claim, readJobFile } from "./folder.ts";
import { openJournal } from "./journal.ts";
import { writeTable } from "./rows.ts";

/** How far a study has come. */
export interface Carried<A> {
  /** Null where it was stopped before its end. */
  answer: A | null;
  /** Worlds wanted in all as far as is known; how many are done; how many of these an earlier process had done. */
  wanted: number;
  done: number;
  skipped: number;
  /** Worlds that failed, and what the first of them says. */
  failed: { worlds: number; first?: string };
}
/** Runs the worlds that the table lacks; hands each finished block to `keep` first. */
export type Fill<T> = (table: T, keep?: Watch["keep"]) => Promise<Looped>;

interface JobFile extends Identity {
  state: "running" | "done";
  times: { started: string; finished?: string; node: string };
  /** Once it is done. */
  ran?: Pick<Carried<unknown>, "done" | "failed">;
}

/**
 * Runs what is missing of a study in its folder and writes its files. It may be killed at any moment: resumed it ends
 * in the same bytes. A finished folder is only read. Throws `RangeError` where the folder is not this job's.
 */
export async function carryInFolder<A, T extends Intake>(
  wanted: Study<A, T>,
  out: string,
  { resume, fill }: { resume: boolean; fill: Fill<T> },
): Promise<Carried<A>> {
  if (out === "") throw new RangeError("results: --out must name a folder, got nothing");
  const held = claim(out, { key: wanted.job.key, resume });
  const path = join(out, "job.json");
  try {
    if (held.state === "done") return readFinished(wanted, out, readJobFile(path) as unknown as JobFile);
    const before = held.state === "new" ? undefined : (readJobFile(path) as unknown as JobFile);
    // The words that repeat the job stay those of the first process, so that resuming changes no byte.
    const study = before ? wanted.as(before) : wanted;
    const times = before?.times ?? { started: new Date().toISOString(), node: process.version };
    if (!before) writeJob(path, { state: "running", ...study.job, times });
    const table = study.table();
    const journal = openJournal(join(out, "journal.jsonl"));
    for (const done of journal.found) table.take(done);
    const skipped = countOf(table, study.plan(table));
    let looped: Looped;
    try {
      looped = await fill(table, ({ point, from }, { values, failures }) =>
        journal.append({ point, from, values, failures }),
      );
    } finally {
      journal.close();
    }
    const carried = { ...progressOf(table, looped), skipped };
    if (looped.stopped) return { answer: null, ...carried };
    const answer = study.answer(table, looped.worlds);
    for await (const leaf of study.files(answer, table, looped.worlds)) await writeLeaf(out, leaf);
    const { done, failed } = carried;
    writeJob(path, {
      state: "done",
      ...study.job,
      ran: { done, failed },
      times: { ...times, finished: new Date().toISOString() },
    });
    rmSync(join(out, "journal.jsonl"), { force: true });
    return { answer, ...carried };
  } finally {
    held.release();
  }
}

/** The default folder of a job's results. */
export function usualFolder(title: string, { key }: Identity): string {
  const slug = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 60);
  return join("results", `${slug}-${key.slice(0, 8)}`);
}

/** The same in memory alone. */
export async function carryInMemory<A, T extends Intake>(study: Study<A, T>, fill: Fill<T>): Promise<Carried<A>> {
  const table = study.table();
  const looped = await fill(table);
  const answer = looped.stopped ? null : study.answer(table, looped.worlds);
  return { answer, ...progressOf(table, looped), skipped: 0 };
}

/** Worlds that are done, of all points. */
export function countOf(table: Intake, worlds: readonly number[]): number {
  return worlds.reduce((sum, _, point) => sum + table.count(point), 0);
}

function progressOf(table: Intake, { worlds }: Looped): Pick<Carried<unknown>, "wanted" | "done" | "failed"> {
  const failures = worlds.flatMap((_, point) => table.failures(point));
  return {
    wanted: worlds.reduce((sum, count) => sum + count, 0),
    done: countOf(table, worlds),
    failed: { worlds: failures.length, first: failures[0] && `world ${failures[0].world}: ${failures[0].error}` },
  };
}

function readFinished<A, T extends Intake>({ kept }: Study<A, T>, out: string, { ran }: JobFile): Carried<A> {
  let answer: A | undefined;
  try {
    answer = kept.read((path) => readFileSync(join(out, path), "utf8"));
  } catch {
    // reported below
  }
  if (answer === undefined || !ran)
    throw new RangeError(
      `results: ${join(out, kept.path)} must hold the ${kept.what} of this finished job; it is missing or damaged; choose another place with --out`,
    );
  return { answer, wanted: ran.done, done: ran.done, skipped: ran.done, failed: ran.failed };
}

const writeJob = (path: string, job: JobFile): void => writeWhole(path, `${JSON.stringify(job, null, 2)}\n`);

async function writeLeaf(out: string, leaf: Leaf): Promise<void> {
  const path = join(out, leaf.path);
  mkdirSync(dirname(path), { recursive: true });
  if ("columns" in leaf) await writeTable(path, leaf.columns, leaf.length);
  else if ("text" in leaf) writeWhole(path, leaf.text);
  else {
    const { pngOf } = await import("./png.ts");
    writeWhole(path, pngOf(leaf.drawing));
  }
}
