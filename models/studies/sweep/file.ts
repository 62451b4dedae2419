import { z } from "zod";
import { type Model } from "../../core/index.ts";
import { DESIGNS } from "./designs.ts";
import { type Experiment, settleExperiment } from "./experiment.ts";
import { type WrittenSweep } from "./request.ts";
import { type Fault, messageOf, readYaml, refuseLines, shapeFaults } from "../asking/yaml.ts";

/** The message of each schema says what a value must be: the end of the sentence "x must be …". */
const text = z.string("text").min(1, "text");
const count = z
  .number("a whole number of at least 1")
  .int("a whole number of at least 1")
  .min(1, "a whole number of at least 1");
const number = z.number("a real number");
const name = z.union([text, z.number()], "text or a number");
const value = z.union(
  [
    z.number(),
    z.string(),
    z.boolean(),
    z.array(name),
    z.array(z.record(z.string(), z.union([z.number(), text, z.boolean()]))),
  ],
  "a number, text, true, false or a list of node keys",
);
const listOf = <T extends z.ZodType>(item: T, of: string): z.ZodArray<T> =>
  z.array(item, `a list of ${of}`).min(1, `a list of at least one of ${of}`);

const range = z.strictObject(
  {
    from: number.meta({ description: "the first value" }),
    to: number.meta({ description: "the last value" }),
    count: z
      .number("a whole number of at least 2")
      .int("a whole number of at least 2")
      .min(2, "a whole number of at least 2")
      .optional(),
    scale: z.enum(["linear", "log"], "linear or log").optional(),
  },
  "a range",
);
const span = z.union(
  [listOf(value, "settings"), range, text],
  "a list, a range (from, to, count, scale) or text such as 0..1/5",
);
const until = z.strictObject(
  {
    measure: text,
    width: number.meta({
      description: "the largest allowed distance from the mean to either end of its 95 % interval",
    }),
    relative: z.boolean("true or false").optional().meta({ description: "width is a share of the mean" }),
    most: z
      .number("a whole number of at least 2")
      .int("a whole number of at least 2")
      .min(2, "a whole number of at least 2")
      .optional(),
  },
  "a mapping with measure and width",
);
const settings = z.record(z.string(), value, "a mapping from names to values");

const file = z.strictObject(
  {
    title: text.optional(),
    question: text.optional(),
    model: text.meta({ description: "a name of the catalogue, or a path to a .ts file" }),
    network: z
      .union([text, listOf(text, "networks")], "a network or a list of networks")
      .meta({ description: "a list makes the network another axis" }),
    nodes: text.optional().meta({ description: "a table of customers: a key and attributes" }),
    vary: z.record(z.string(), span, "a mapping from parameters to settings").default({}),
    set: settings.default({}).meta({ description: "parameters that stay fixed; the base of a one-at-a-time design" }),
    design: z.enum(DESIGNS, `one of ${DESIGNS.join(", ")}`).default("factorial"),
    points: count.optional().meta({ description: "how many points to sample: latin-hypercube, sobol, crossed" }),
    levers: listOf(text, "parameters")
      .optional()
      .meta({ description: "parameters that can be chosen, in a crossed design" }),
    replicates: count.default(100).meta({ description: "worlds at each point; with until, worlds at the first look" }),
    until: until.optional().meta({ description: "add worlds until the interval of a measure is narrow enough" }),
    seed: z.union([z.string(), z.number()], "text or a number").default(1),
    steps: z
      .number("a whole number of at least 0")
      .int("a whole number of at least 0")
      .min(0, "a whole number of at least 0")
      .optional(),
    baseline: settings
      .optional()
      .meta({ description: "each point is compared with the point that has these settings and is otherwise the same" }),
    measures: listOf(text, "measures")
      .optional()
      .meta({ description: "which measures to report, in which order; all unless stated" }),
  },
  "a mapping with model and network",
);

const WHAT = "an experiment";

/** The keys of an experiment file as JSON Schema, for editors that complete and check YAML. */
export const experimentSchema = (): object => z.toJSONSchema(file, { io: "input" });

/** What can be stated in addition to a file: how many worlds, how long, from which seed. */
export interface Overrides {
  seed?: string;
  replicates?: number;
  steps?: number;
}

/**
 * The experiment in the text of a YAML file. `find` gives the model of a name and throws where there is none. Throws
 * `RangeError` with a line for each fault, all at once, each with the file and line; where the shape of the file is
 * wrong, its contents are not checked.
 */
export async function readExperiment(
  source: string,
  path: string,
  find: (name: string) => Model | Promise<Model>,
  overrides: Overrides = {},
): Promise<Experiment> {
  const { value: found, lineOf } = readYaml(source, path, WHAT);
  const refuse = (faults: readonly Fault[]): never => refuseLines(faults, path, lineOf);
  const parsed = file.safeParse(found);
  if (!parsed.success) return refuse(shapeFaults(parsed.error, found, { what: WHAT, at: schemaAt }));
  const { network, seed, ...rest } = parsed.data;
  const { replicates = rest.replicates, steps = rest.steps } = overrides;
  const request: WrittenSweep = {
    ...rest,
    network: [network].flat(),
    seed: String(overrides.seed ?? seed),
    replicates,
    steps,
  };
  const model = await Promise.resolve()
    .then(() => find(request.model))
    .catch((error: unknown) => refuse([{ path: ["model"], text: messageOf(error) }]));
  const settled = settleExperiment(model, request);
  return "faults" in settled ? refuse(settled.faults) : settled.experiment;
}

function schemaAt(keys: readonly (string | number)[]): z.ZodObject {
  return keys[0] === "vary" ? range : keys[0] === "until" ? until : file;
}
