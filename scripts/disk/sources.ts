import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { find } from "../../models/catalog.ts";
import { type Sources } from "../../models/studies/work/sources.ts";
import { codeOf, loadModel, modelOf } from "./model-source.ts";
import { modelWork } from "./model-work.ts";
import { networkFrom } from "./network-source.ts";
import { version } from "./version.ts";

const MODELS = fileURLToPath(new URL("../../models/", import.meta.url));

/** The files of this machine, and the code of this project on its disk. */
export const disk: Sources = {
  version: version(),
  load: loadModel,
  model: modelOf,
  has: existsSync,
  text: (path) => readFileSync(path, "utf8"),
  network: networkFrom,
  codeOf: (part) => codeOf(join(MODELS, part.endsWith(".ts") ? part : `${find(part).room}/${part}.ts`)),
  worlds: modelWork,
};
