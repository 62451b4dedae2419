import { DESIGNS } from "../../models/studies/sweep/designs.ts";
import { command } from "../cli/command.ts";
import { choice, flag, folder, list, model, settings, whole } from "../cli/kinds.ts";
import { common } from "../cli/options.ts";

export const sweep = command({
  name: "sweep",
  about: "runs a designed experiment, from a YAML file or a model with --vary, into a results folder; can be resumed",
  arguments: {
    experiment: model({ endings: [".yaml", ".yml", ".ts"], about: "a YAML file, or a model with --vary" }),
  },
  options: {
    ...common,
    vary: settings({ takes: "name=values", about: "parameters to vary: a..b/n, a..b/n/log or a,b,c; once for each" }),
    baseline: settings({ about: "compares every point with the point that has this value and is otherwise the same" }),
    design: choice(DESIGNS, { takes: "design", about: "which points are run (default: factorial)" }),
    points: whole({ takes: "count", min: 1, about: "how many points a sampled design has" }),
    levers: list({ takes: "names", about: "in a crossed design, the parameters that you can choose (a,b,c)" }),
    out: folder({ about: "the results folder" }),
    resume: flag("continues an interrupted job; the files become the same bytes"),
  },
  examples: [
    "sweep independent-cascade --vary probability=0.02..0.2/10 --network karate --replicates 200 --out results/first",
  ],
  async act({ experiment, ...options }) {
    const sweeping = await import("./sweep/experiment.ts");
    await sweeping.sweep(experiment, options);
  },
});
