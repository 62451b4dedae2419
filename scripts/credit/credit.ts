import { unknownName } from "../../models/core/index.ts";
import { type Brief } from "../../models/studies/brief/brief.ts";
import { briefOf } from "../brief/file.ts";
import { programNamed } from "../../models/studies/brief/programs.ts";
import { allThreads } from "../cli/options.ts";
import { answer, answerJson, say } from "../cli/output.ts";
import { type Credited, summed } from "../../models/studies/credit/credited.ts";
import { prepareComparison } from "../compare/prepare.ts";
import { rowsOfWorlds } from "../threads/rows-of-worlds.ts";
import { tableOf } from "../../models/studies/credit/table.ts";
import { type Crediting, makeTask, widthOf } from "../../models/studies/credit/task.ts";

export interface CreditOptions {
  arm?: string;
  members: number;
  worlds: number;
  threads?: number;
  quiet?: boolean;
  json?: boolean;
}

/** `credit <brief.yaml>`: what each member of a program is worth to it, by removal, by Shapley and by last touch. */
export async function credit(path: string, options: CreditOptions): Promise<void> {
  const { credited, failed } = await creditOf(briefOf(path, "credit"), options);
  if (credited === null) {
    process.exitCode = 130;
    say("stopped before the end; nothing is kept");
    return;
  }
  if (options.json) answerJson(credited);
  else answer(tableOf(credited));
  if (failed.length === 0) return;
  process.exitCode = 1;
  say(`${failed.length} worlds failed and are left out; the first: ${failed[0]}`);
}

/** Runs the worlds on threads; null where it was stopped. The result does not depend on threads. */
export async function creditOf(
  brief: Brief,
  { arm: wanted, members, worlds, threads = allThreads(), quiet = false }: CreditOptions,
): Promise<{ credited: Credited | null; failed: string[] }> {
  const arm = wanted === undefined ? brief.arms[0] : brief.arms.find(({ name }) => name === wanted);
  if (!arm)
    throw new RangeError(
      `credit: ${unknownName(
        wanted ?? "",
        "an arm of the brief",
        brief.arms.map(({ name }) => name),
      )}`,
    );
  if (!Object.hasOwn(programNamed(arm.program).parameters, "leftOut"))
    throw new RangeError(`credit: the arm must be a program whose members can be left out, got ${arm.program}`);
  const { comparison, network } = await prepareComparison(brief, "");
  const setup: Crediting = { ...comparison, arm, horizon: brief.horizon, sample: members };
  const { rows, failed } = await rowsOfWorlds(
    setup,
    { module: new URL("../../models/studies/credit/task.ts", import.meta.url), makeTask },
    { worlds, width: widthOf(members), threads, quiet },
  );
  if (rows === null) return { credited: null, failed };
  const { title, currency } = brief;
  return { credited: { title, arm: arm.name, worlds, currency, ...summed(rows, network) }, failed };
}
