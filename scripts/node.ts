/** What a script of one's own needs of this machine: network files, experiment files, briefs, threads. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { type Brief } from "../models/studies/brief/brief.ts";
import { type Experiment } from "../models/studies/sweep/experiment.ts";
import { readExperiment } from "../models/studies/sweep/file.ts";
import { briefOf } from "./disk/brief-file.ts";
import { loadModel } from "./disk/model-source.ts";
export { openNetwork, saveNetwork } from "./disk/network-file.ts";
export { threads } from "./threads/threads.ts";

/**
 * The brief of a file, its other files found from its folder. Throws `RangeError` with all faults, each with its line.
 */
export const briefFile = (path: string): Brief => briefOf(path, "brief");

/**
 * The experiment of a file; its model is of the catalogue or a file. Throws `RangeError` with all faults, each with
 * its line.
 */
export async function experimentFile(path: string): Promise<Experiment> {
  if (!existsSync(path) || !statSync(path).isFile())
    throw new RangeError(`experiment: there must be a file ${path}; there is none`);
  return readExperiment(readFileSync(path, "utf8"), path, async (name) => (await loadModel(name)).model);
}
