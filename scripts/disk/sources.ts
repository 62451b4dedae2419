import { existsSync } from "node:fs";
import { type Sources } from "../../models/studies/work/sources.ts";
import { loadModel, modelOf } from "./model-source.ts";
import { networkFrom } from "./network-source.ts";
import { version } from "./version.ts";

/** The files of this machine. */
export const disk: Sources = {
  version: version(),
  load: loadModel,
  model: modelOf,
  has: existsSync,
  network: networkFrom,
};
