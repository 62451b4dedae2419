import { unknownName } from "../../models/core/index.ts";
import { canTell } from "../../models/ledger/rehearsal/designs.ts";
import { type Rehearsed, unusedIn, verdictOf } from "../../models/studies/rehearsal/rehearsed.ts";
import { METHODS, type PersonOutcome } from "../../models/ledger/rehearsal/field-test.ts";
import { type Brief } from "../../models/studies/brief/brief.ts";
import { briefOf } from "../brief/file.ts";
import { allThreads } from "../cli/options.ts";
import { answer, answerJson, say } from "../cli/output.ts";
import { prepareComparison } from "../compare/prepare.ts";
import { rowsOfWorlds } from "../threads/rows-of-worlds.ts";
import { tableOf, unusedText } from "../../models/studies/rehearsal/table.ts";
import { makeTask, type Rehearsal, WIDTH } from "../../models/studies/rehearsal/task.ts";

export interface RehearseOptions {
  arm?: string;
  outcome: PersonOutcome;
  share: number;
  worlds: number;
  threads?: number;
  quiet?: boolean;
  json?: boolean;
}
/** `rehearse <brief.yaml>`: the field test of one arm of a brief before it is paid for. */
export async function rehearse(path: string, options: RehearseOptions): Promise<void> {
  const brief = briefOf(path, "rehearse");
  const { rehearsed, failed } = await rehearsalOf(brief, options);
  if (rehearsed === null) {
    process.exitCode = 130;
    say("stopped before the end; a rehearsal keeps nothing");
    return;
  }
  if (options.json) {
    if (rehearsed.unused.length > 0) say(unusedText(rehearsed.unused)); // the table says it itself
    answerJson(rehearsed);
  } else answer(tableOf(rehearsed));
  if (failed.length === 0) return;
  process.exitCode = 1;
  say(`${failed.length} worlds failed and are left out; the first: ${failed[0]}`);
}

/** Runs the worlds of a rehearsal on threads; null where it was stopped. The result does not depend on threads. */
export async function rehearsalOf(
  brief: Brief,
  { arm: wanted, outcome, share, worlds, threads = allThreads(), quiet = false }: RehearseOptions,
): Promise<{ rehearsed: Rehearsed | null; failed: string[] }> {
  const arm = wanted === undefined ? brief.arms[0] : brief.arms.find(({ name }) => name === wanted);
  if (!arm)
    throw new RangeError(
      `rehearse: ${unknownName(
        wanted ?? "",
        "an arm of the brief",
        brief.arms.map(({ name }) => name),
      )}`,
    );
  const { comparison, network } = await prepareComparison(brief, "");
  if (!canTell(network.size, share))
    throw new RangeError(
      `rehearse: --share must treat at least two of the ${network.size} people and leave at least two, got ${share}`,
    );
  const setup: Rehearsal = { ...comparison, arm, horizon: brief.horizon, share, outcome };
  const { rows, failed } = await rowsOfWorlds(
    setup,
    { module: new URL("../../models/studies/rehearsal/task.ts", import.meta.url), makeTask },
    { worlds, width: WIDTH, threads, quiet },
  );
  if (rows === null) return { rehearsed: null, failed };
  const { title, currency } = brief;
  return {
    failed,
    rehearsed: {
      title,
      arm: arm.name,
      outcome,
      share,
      worlds,
      people: network.size,
      currency,
      unused: unusedIn(brief, arm.parameters),
      methods: METHODS.map((method, m) => verdictOf(method, m, rows)),
    },
  };
}
