import { type Setup } from "../../models/studies/work/setup.ts";
import { type Task, worldsTask } from "../../models/studies/work/task.ts";
import { modelOf } from "../disk/model-source.ts";
import { networkFrom } from "../disk/network-source.ts";

/** The worlds of a model, which with its networks may stand in files of this machine. */
export const makeTask = (setup: Setup): Task => worldsTask(setup, { model: modelOf, network: networkFrom });
