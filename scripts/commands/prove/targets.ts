import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { commandLine } from "../../../models/studies/asking/command-line.ts";
import { type ProofRequest, proofStudy } from "../../../models/studies/proof/study.ts";
import { type CarryOptions } from "../../cli/carry.ts";
import { carryAndPrint } from "../../cli/carry-and-print.ts";
import { say } from "../../cli/output.ts";
import { writeWhole } from "../../disk/atomic.ts";
import { disk } from "../../disk/sources.ts";
import { version } from "../../disk/version.ts";

export interface ProveOptions extends ProofRequest, Omit<CarryOptions, "out"> {
  /** The proof page. */
  out?: string;
  /** The results folder. */
  results?: string;
  /** Keeps the rows where the notebooks' proof page is made from. */
  save?: boolean;
}

/** `prove`: every target, in order; exit code 1 if one does not hold. */
export async function prove({ seed, only, out, results, save, ...options }: ProveOptions): Promise<void> {
  const study = proofStudy({ seed, only }, commandLine(["prove"], { seed, only }), disk);
  if (save && only !== undefined)
    throw new RangeError("prove: --save keeps the whole table; it cannot be given with --only");
  if (out !== undefined) refusePage(out);
  const proven = await carryAndPrint(study, { ...options, out: results });
  if (!proven) return;
  const { rows } = proven;
  if (rows.some(({ pass }) => !pass)) process.exitCode = 1;
  if (out !== undefined) {
    const { proofPage } = await import("../../../models/studies/proof/proof-page.ts");
    writeWhole(out, proofPage(rows, { seed, version: version() }));
    say(`the proof page: ${out}`);
  }
  if (save) {
    const { saveProof } = await import("../../pages/proof.ts");
    say(`the rows for the notebooks: ${saveProof({ seed, version: version(), rows })}`);
  }
}

/** Refuses a page that cannot be written, before minutes are spent on the table. */
function refusePage(path: string): void {
  if (path === "" || (existsSync(path) && !statSync(path).isFile()))
    throw new RangeError(`prove: --out must name a file, got ${path || "nothing"}`);
  if (!existsSync(dirname(path))) throw new RangeError(`prove: the folder of --out must exist, got ${path}`);
}
