import { file, flag, folder, network, several, settings, text, whole } from "./kinds.ts";
import { type Values } from "./option.ts";

/** No run is longer than this; see `finish`. */
const MOST_STEPS = 1e7;
/** More threads than this would only fill the memory. */
const MOST_THREADS = 256;

/** How many threads a job takes; `usual` describes the default. */
export const threads = (usual: string) =>
  whole({
    takes: "threads",
    min: 1,
    max: MOST_THREADS,
    about: `never changes a result${usual && ` (default: ${usual})`}`,
  });

export const steps = (about: string) => whole({ takes: "steps", min: 0, max: MOST_STEPS, about });

export const seed = (about: string) => text({ takes: "text", fallback: "1", about });

export const nodes = file({ endings: [".csv"], about: "people with their attributes, by key (CSV)" });

export const quiet = flag("no progress");

export const json = flag("one JSON document on standard output");

/** Where a job of many worlds is kept. It can be killed at any moment and resumed, and ends in the same bytes. */
export const kept = {
  out: folder({ about: "a results folder for rows and answer, in which an interrupted job can be resumed" }),
  resume: flag("with a results folder: continues an interrupted job; the files become the same bytes"),
};

/** Options of commands that run a model in many worlds. */
export const common = {
  network: several(
    network({
      about:
        "a file, a built-in or a generator such as barabasi-albert:nodes=1000,links=4 (default: the model's own, else karate)",
    }),
  ),
  nodes,
  set: settings({ about: "fixes a parameter; once for each" }),
  seed: text({ about: "any text; world r of it is always the same world (default: 1)" }),
  replicates: whole({ takes: "worlds", min: 1, about: "how many worlds" }),
  until: text({
    takes: "measure=width",
    about:
      "adds worlds to --replicates until the 95 % interval of the mean is ± this: reach=0.5, or reach=2% of the mean",
  }),
  most: whole({ takes: "worlds", min: 2, about: "with --until: no more worlds than this (default: 100000)" }),
  steps: steps("how many steps (default: the model's own)"),
  threads: threads("one; all cores for a results folder"),
  redraw: flag("draws a new generated network in each world"),
  quiet,
  json,
};

/** The values of these options. */
export type Common = Values<typeof common>;
