import { commandLine } from "../../../models/studies/asking/command-line.ts";
import { type ChooseRequest } from "../../../models/studies/choosing/request.ts";
import { chooseStudy } from "../../../models/studies/choosing/study.ts";
import { type CarryOptions } from "../../cli/carry.ts";
import { carryAndPrint } from "../../cli/carry-and-print.ts";
import { disk } from "../../disk/sources.ts";

export type ChooseOptions = ChooseRequest & CarryOptions;

/** `choose`: advocates by one or more methods, judged in the same fresh worlds. */
export async function chooseAdvocates({ out, resume, threads, quiet, json, ...request }: ChooseOptions): Promise<void> {
  // A folder is to hold the same bytes whenever it is made: how long choosing took is left out there.
  const clock = out === undefined ? () => performance.now() : undefined;
  const study = await chooseStudy(request, commandLine(["choose"], request), disk, clock);
  await carryAndPrint(study, { out, resume, threads, quiet, json });
}
