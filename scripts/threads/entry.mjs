import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

// A worker starts as plain JavaScript; from here on it reads TypeScript like the rest.
register();
const { module, setup } = Array.isArray(workerData) ? workerData.at(-1) : workerData; // the pool wraps what we hand it
const { task } = await import(new URL(`../../${module}`, import.meta.url).href);
export default task(setup);
