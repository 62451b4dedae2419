import { type Model } from "../../core/index.ts";
import { type Design } from "./designs.ts";
import { type Experiment, settleExperiment } from "./experiment.ts";
import { type WrittenSweep, type Until } from "./request.ts";
import { type Fault } from "../asking/yaml.ts";

/** A sweep as typed: `--vary`, `--set` and `--baseline` as name=text, repeatable; the rest as in a file. */
export interface Flags {
  /** The name or path by which the model was requested; its own name unless stated. */
  model?: string;
  network: readonly string[];
  nodes?: string;
  vary?: readonly string[];
  set?: readonly string[];
  baseline?: readonly string[];
  design?: Design;
  points?: number;
  levers?: readonly string[];
  replicates?: number;
  until?: Until;
  seed?: string | number;
  steps?: number;
  measures?: readonly string[];
}

/**
 * The experiment in the flags, with the defaults of a file. Throws `RangeError` with a line for each fault, all at
 * once.
 */
export function experimentFromFlags(model: Model, flags: Flags): Experiment {
  const faults: Fault[] = [];
  const pairs = (flag: "vary" | "set" | "baseline"): Record<string, string> => {
    const found = new Map<string, string>();
    for (const text of flags[flag] ?? []) {
      const at = text.indexOf("=");
      const name = text.slice(0, Math.max(at, 0)).trim();
      if (!name) faults.push({ path: [flag], text: `${flag}: must be name=…, got ${text}` });
      else if (found.has(name))
        faults.push({ path: [flag, name], text: `${flag}: ${name} must be given once, got it twice` });
      else found.set(name, text.slice(at + 1));
    }
    return Object.fromEntries(found);
  };
  const { design = "factorial", replicates = 100, seed = 1, baseline, ...rest } = flags;
  const request: WrittenSweep = {
    model: model.name,
    ...rest,
    vary: pairs("vary"),
    set: pairs("set"),
    ...(baseline && { baseline: pairs("baseline") }),
    design,
    replicates,
    seed: String(seed),
  };
  const settled = settleExperiment(model, request);
  if ("experiment" in settled && faults.length === 0) return settled.experiment;
  throw new RangeError([...faults, ...("faults" in settled ? settled.faults : [])].map(({ text }) => text).join("\n"));
}
