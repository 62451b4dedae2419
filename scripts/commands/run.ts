import { command } from "../cli/command.ts";
import { file, flag, folder, model } from "../cli/kinds.ts";
import { common, kept } from "../cli/options.ts";

export const run = command({
  name: "run",
  about: "runs one model in many worlds and reports each measure at the end of the run",
  arguments: { model: model({ about: "a name of the catalogue, or a .ts file that exports a definition" }) },
  options: {
    ...common,
    series: flag("the mean of each measure at every step too"),
    rows: file({ about: "one row per world (.parquet, .csv or .tsv)" }),
    trace: file({ about: "who was reached, when and through whom (.parquet, .csv or .tsv)" }),
    out: folder({ about: "a results folder with rows, charts and a report" }),
    resume: kept.resume,
  },
  examples: ["run independent-cascade --network karate --set probability=0.1 --set seeds=0 --replicates 10000"],
  async act({ model: name, ...options }) {
    const { runModel } = await import("./run/run-model.ts");
    await runModel(name, options);
  },
});
