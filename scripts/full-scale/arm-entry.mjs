import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

// A worker starts as plain JavaScript; from here on it reads TypeScript like the rest.
register();
const { runArm } = await import(new URL("./arm.ts", import.meta.url).href);
const { result, buffers } = runArm(workerData);
parentPort.postMessage(result, buffers);
