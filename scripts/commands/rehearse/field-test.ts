import { type PersonOutcome } from "../../../models/ledger/rehearsal/field-test.ts";
import { commandLine } from "../../../models/studies/asking/command-line.ts";
import { rehearsalStudy } from "../../../models/studies/rehearsal/study.ts";
import { unusedText } from "../../../models/studies/rehearsal/table.ts";
import { briefOf } from "../../disk/brief-file.ts";
import { type CarryOptions } from "../../cli/carry.ts";
import { carryAndPrint } from "../../cli/carry-and-print.ts";
import { say } from "../../cli/output.ts";
import { disk } from "../../disk/sources.ts";

export interface RehearseOptions extends CarryOptions {
  arm?: string;
  outcome: PersonOutcome;
  share: number;
  worlds: number;
}

/** `rehearse <brief.yaml>`: the field test of one arm of a brief before it is paid for. */
export async function rehearse(
  path: string,
  { arm, outcome, share, worlds, ...options }: RehearseOptions,
): Promise<void> {
  const command = commandLine(["rehearse", path], { arm, outcome, share, worlds });
  const request = { brief: briefOf(path, "rehearse"), arm, outcome, share, worlds };
  const printed = await carryAndPrint(await rehearsalStudy(request, command, disk), options);
  const unused = printed?.json.unused ?? [];
  if (options.json && unused.length > 0) say(unusedText(unused)); // the table says it itself
}
