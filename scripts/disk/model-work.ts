import { type Setup } from "../../models/studies/work/setup.ts";
import { worldsTask } from "../../models/studies/work/task.ts";
import { type Task, type Work } from "../../models/studies/work/work.ts";
import { modelOf } from "./model-source.ts";
import { networkFrom } from "./network-source.ts";

/** The worlds of a model; the model and its networks may be files on this machine. */
export const task = (setup: Setup): Task => worldsTask(setup, { model: modelOf, network: networkFrom });

/** A model of the catalogue comes to rest; a user's own may not. */
export const modelWork = (setup: Setup): Work<Setup> => ({
  name: "model",
  module: "scripts/disk/model-work.ts",
  setup,
  task,
  endless: setup.model.path !== undefined,
});
