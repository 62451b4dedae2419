import { commandLine } from "../../../models/studies/asking/command-line.ts";
import {
  type LaboratoryRequest as Question,
  laboratoryStudy,
} from "../../../models/studies/degrees/laboratory-study.ts";
import { type CarryOptions } from "../../cli/carry.ts";
import { carryAndPrint } from "../../cli/carry-and-print.ts";
import { disk } from "../../disk/sources.ts";

export type LaboratoryRequest = Question & CarryOptions;

/** `degrees --laboratory`: the estimators in worlds whose causes are known. */
export async function laboratory({ worlds, seed, set, ...options }: LaboratoryRequest): Promise<void> {
  const request = { worlds, seed, set };
  const command = commandLine(["degrees", "--laboratory"], request);
  await carryAndPrint(laboratoryStudy(request, command, disk), options);
}
