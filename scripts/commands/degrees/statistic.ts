import { commandLine } from "../../../models/studies/asking/command-line.ts";
import { degreesStudy } from "../../../models/studies/degrees/study.ts";
import { type DegreesRequest as Question } from "../../../models/studies/degrees/request.ts";
import { type CarryOptions } from "../../cli/carry.ts";
import { carryAndPrint } from "../../cli/carry-and-print.ts";
import { disk } from "../../disk/sources.ts";

export type DegreesRequest = Question & CarryOptions;

/** `degrees`: the statistic on a network with a trait, and its limits. */
export async function degrees(options: DegreesRequest): Promise<void> {
  const { network, nodes, trait, value, threshold, blocks, distances, permutations, egos, seed } = options;
  const { model, world, steps, set } = options;
  const data = { network, nodes, trait, value, threshold, blocks, distances, permutations, egos, seed };
  const request = { ...data, model, world, steps, set };
  const study = await degreesStudy(request, commandLine(["degrees"], request), disk);
  await carryAndPrint(study, options);
}
