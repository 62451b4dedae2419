import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

// A worker starts as plain JavaScript; from here on it reads TypeScript like the rest.
register();
const { laboratoryTask } = await import(
  new URL("../../models/studies/degrees/laboratory-task.ts", import.meta.url).href
);
const given = Array.isArray(workerData) ? workerData.at(-1) : workerData; // the pool wraps what we hand it
export default laboratoryTask(given);
