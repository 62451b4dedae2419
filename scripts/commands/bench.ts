import { command } from "../cli/command.ts";
import { flag } from "../cli/kinds.ts";
import { json, quiet } from "../cli/options.ts";

export const bench = command({
  name: "bench",
  about: "measures speed and memory as ratios against references in the same run",
  arguments: {},
  options: { pages: flag("how long the notebooks take to open from disk, and nothing else"), quiet, json },
  examples: ["bench --json > bench.json"],
  async act(given) {
    const { printBench } = await import("./bench/print-bench.ts");
    await printBench(given);
  },
});
