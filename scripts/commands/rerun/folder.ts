import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Identity } from "../../../models/studies/work/study.ts";
import { carry, type CarryOptions } from "../../cli/carry.ts";
import { INTERRUPTED } from "../../cli/errors.ts";
import { answer, answerJson, say } from "../../cli/output.ts";
import { readJobFile } from "../../disk/folder.ts";
import { disk } from "../../disk/sources.ts";
import { type Compared, compareFolders } from "./same-results.ts";
import { savedStudy } from "../../../models/studies/saved-study.ts";

/**
 * Repeats the job of a results folder in a folder of its own, under the identity it was saved with, and compares what
 * they hold: tables byte for byte, answers too or number for number where the version or the code has changed since;
 * files that are drawn from them are then drawn again and not compared.
 */
export async function rerun(folder: string, options: Omit<CarryOptions, "out" | "resume">): Promise<void> {
  const path = join(folder, "job.json");
  const saved = readJobFile(path);
  if (saved.state !== "done")
    throw new RangeError(`rerun: ${folder} must hold a finished job; finish it with --resume first`);
  const study = await savedStudy(saved, path, disk);
  const since = study.since(saved as unknown as Identity);
  const again = mkdtempSync(join(tmpdir(), "ovation-rerun-"));
  try {
    const out = join(again, "results");
    const { answer: repeated } = await carry(study.as(saved as unknown as Identity), { ...options, out });
    if (repeated === null) {
      process.exitCode = INTERRUPTED;
      say("stopped: nothing was compared");
      return;
    }
    report(folder, { ...compareFolders(folder, out, since.length === 0), since }, options.json);
  } finally {
    rmSync(again, { recursive: true, force: true });
  }
}

function report(folder: string, { differences, redrawn, since }: Compared & { since: string[] }, json?: boolean): void {
  const same = differences.length === 0;
  if (!same) process.exitCode = 1;
  if (json) {
    answerJson({ same, differences, redrawn, since });
    return;
  }
  const verdict = same ? [`${folder}: the same ${since.length === 0 ? "bytes" : "numbers"} again`] : differences;
  const changed = since.length === 0 ? [] : ["Since it was saved:", ...since.map((change) => `  ${change}`)];
  const drawn = redrawn.length === 0 ? [] : [`Drawn again from the same numbers, not compared: ${redrawn.join(", ")}`];
  answer([...verdict, ...changed, ...(same ? drawn : [])].join("\n"));
}
