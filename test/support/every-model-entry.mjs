import { threadId } from "node:worker_threads";
import { register } from "tsx/esm/api";

// Some worlds of a model, run in a worker thread.
register();
const { find } = await import("../../models/catalog.ts");
const { measuresOf, usualNetwork } = await import("./every-model.ts");
export default ({ name, from, worlds }) => {
  const { model } = find(name);
  return { threadId, measures: measuresOf(model, usualNetwork(model), { from, worlds }) };
};
