import { bench } from "./run.ts";

// In a process of its own, without the packages of the command line: loading them grows a WebAssembly
// memory, after which the engine checks every typed array for detachment, and all figures would be slower.
const say = (text: string): void => void process.stderr.write(`${text}\n`);
const rows = await bench({ say, each: ({ name }) => say(`measured: ${name}`) });
process.stdout.write(JSON.stringify(rows));
