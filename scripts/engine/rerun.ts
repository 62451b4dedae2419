import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { answer, answerJson, say } from "../cli/output.ts";
import { disk } from "../disk/sources.ts";
import { readJobFile } from "../disk/folder.ts";
import { type Job, prepare } from "../../models/studies/work/job.ts";
import { fill } from "./study.ts";

/** Repeats the job of a results folder in a folder of its own and compares all files but `job.json`. */
export async function rerun(
  folder: string,
  options: { threads?: number; quiet?: boolean; json?: boolean },
): Promise<void> {
  const path = join(folder, "job.json");
  const saved = readJobFile(path);
  if (saved.state !== "done")
    throw new RangeError(`rerun: ${folder} must hold a finished job; finish it with --resume first`);
  const { differences, repeat } =
    saved.kind === "compare" ? await comparisonOf(saved, path) : await studyOf(saved, path);
  const again = mkdtempSync(join(tmpdir(), "ovation-rerun-"));
  try {
    if (!(await repeat(join(again, "results"), options))) {
      process.exitCode = 130;
      say("stopped: nothing was compared");
      return;
    }
    differences.push(...compared(folder, join(again, "results")));
  } finally {
    rmSync(again, { recursive: true, force: true });
  }
  const same = differences.length === 0;
  if (!same) process.exitCode = 1;
  if (options.json) answerJson({ same, differences });
  else answer(same ? `${folder}: the same bytes again` : differences.join("\n"));
}

/** A saved job that can be run again. */
interface Again {
  /** What it depends on that has changed since: the likely reasons for other bytes. */
  differences: string[];
  /** Runs it into another folder; false where it was stopped. */
  repeat(out: string, options: { threads?: number; quiet?: boolean }): Promise<boolean>;
}

async function studyOf(found: object, path: string): Promise<Again> {
  const saved = found as Job;
  if (!isWhole(saved)) throw new RangeError(`rerun: ${path} must say what was asked for; parts of it are missing`);
  const prepared = await prepare(saved.request, disk);
  return {
    differences: causes(saved, prepared.job),
    repeat: async (out, options) => !(await fill(prepared, out, options)).stopped,
  };
}

async function comparisonOf(found: object, path: string): Promise<Again> {
  const { comparisonAgain } = await import("../compare/again.ts");
  const { fillComparison } = await import("../compare/compare.ts");
  const { prepared, differences } = await comparisonAgain(found, path);
  return {
    differences,
    repeat: async (out, options) => (await fillComparison(prepared, out, options)).decision !== null,
  };
}

/** Whether the parts that are read are there; what they hold is checked like any request. */
function isWhole({ request, model, networks }: Partial<Job>): boolean {
  if (!request || !model || !Array.isArray(networks)) return false;
  const lists = [request.networks, request.points, request.axes].every(Array.isArray);
  return (
    lists &&
    typeof request.model === "string" &&
    typeof request.seed === "string" &&
    Number.isInteger(request.replicates)
  );
}

function causes(before: Job, now: Job): string[] {
  const changed: string[] = [];
  if (before.ovation !== now.ovation) changed.push(`version: was ${before.ovation}, is ${now.ovation}`);
  if (before.model.code !== now.model.code) changed.push(`model: the code of ${now.model.name} has changed`);
  before.networks.forEach(({ spec, fingerprint }, at) => {
    if (now.networks[at]?.fingerprint !== fingerprint) changed.push(`network: ${spec} is another network now`);
  });
  return changed;
}

function compared(before: string, now: string): string[] {
  const files = new Set([...filesOf(before), ...filesOf(now)]);
  files.delete("job.json");
  return [...files].sort().flatMap((file) => {
    const [old, made] = [bytesOf(join(before, file)), bytesOf(join(now, file))];
    if (old && made) return old.equals(made) ? [] : [`${file}: other bytes`];
    return [old ? `${file}: was there, is not made again` : `${file}: was not there, is made now`];
  });
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
