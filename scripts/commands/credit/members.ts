import { commandLine } from "../../../models/studies/asking/command-line.ts";
import { creditStudy } from "../../../models/studies/credit/study.ts";
import { briefOf } from "../../disk/brief-file.ts";
import { type CarryOptions } from "../../cli/carry.ts";
import { carryAndPrint } from "../../cli/carry-and-print.ts";
import { disk } from "../../disk/sources.ts";

export interface CreditOptions extends CarryOptions {
  arm?: string;
  members: number;
  worlds: number;
}

/** `credit <brief.yaml>`: what each member of a program is worth to it. */
export async function credit(path: string, { arm, members, worlds, ...options }: CreditOptions): Promise<void> {
  const command = commandLine(["credit", path], { arm, members, worlds });
  const study = await creditStudy({ brief: briefOf(path, "credit"), arm, members, worlds }, command, disk);
  await carryAndPrint(study, options);
}
