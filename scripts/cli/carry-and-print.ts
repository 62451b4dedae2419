import { type Printed } from "../../models/studies/work/printed.ts";
import { type Study } from "../../models/studies/work/study.ts";
import { type Intake } from "../../models/studies/work/table.ts";
import { carry, type CarryOptions } from "./carry.ts";
import { INTERRUPTED } from "./errors.ts";
import { answer, answerJson, say } from "./output.ts";

/** Runs a study, prints its answer and sets the exit code. Returns null if Ctrl-C stopped it. */
export async function carryAndPrint<A extends Printed, T extends Intake>(
  study: Study<A, T>,
  options: CarryOptions,
): Promise<A | null> {
  if (!options.json) study.notes?.forEach(say);
  const { answer: printed, wanted, done, failed } = await carry(study, options);
  if (printed === null) {
    process.exitCode = INTERRUPTED;
    say(
      options.out === undefined
        ? "stopped before the end; nothing is kept without --out"
        : `stopped with ${done} of ${wanted} ${study.units?.name ?? "worlds"} done; continue with the same command and --resume`,
    );
    return null;
  }
  if (options.json) answerJson(printed.json);
  else answer(printed.text);
  if (options.out !== undefined) say(`Results: ${options.out}`);
  if (failed.worlds > 0) {
    process.exitCode = 1;
    say(`${failed.worlds} worlds failed and are left out; the first: ${failed.first}`);
  }
  return printed;
}
