import { z } from "zod";
import { type Fault, type Shape, shapeFaults } from "../asking/yaml.ts";
import { UNITS } from "./units.ts";

/** What a value must be, as the end of the sentence "x must be …", goes with its schema as its message. */
const text = z.string("text").min(1, "text");
const number = z.number("a real number");
const share = z.number("a share from 0 to 1").min(0, "a share from 0 to 1").max(1, "a share from 0 to 1");
const whole = (least: number): z.ZodNumber =>
  z
    .number(`a whole number of at least ${least}`)
    .int(`a whole number of at least ${least}`)
    .min(least, `a whole number of at least ${least}`);
const key = z.union([text, z.number()], "text or a number");
/** Rows of a table, such as the steps of a reward; their fields are checked with the parameter. */
export const rows = z.array(z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])));
export const setting = z.union(
  [z.number(), z.string(), z.boolean(), z.array(key), rows],
  "a number, text, true, false or a list of customers",
);

const customers = z.strictObject(
  {
    network: text.meta({
      description:
        "their ties: a file beside the brief (ties.csv), or a generator such as power-law-cluster:nodes=2000,links=6,triangle=0.5",
    }),
    people: text.optional().meta({ description: "a table of customers, one a row, with a column id" }),
    worth: text
      .optional()
      .meta({ description: "the column of people that says what each is worth: only how they compare counts" }),
    segment: text.optional().meta({ description: "the column of people that names the segment of each" }),
  },
  "a mapping with network",
);

export const range = z.strictObject(
  {
    from: number.meta({ description: "the lowest value thought possible" }),
    to: number.meta({ description: "the highest" }),
    likely: number.optional().meta({
      description: "the likeliest: values near it come more often (a triangle); left out, all are equally likely",
    }),
    scale: z
      .enum(["linear", "log"], "linear or log")
      .optional()
      .meta({ description: "log: equal ratios are equally likely" }),
  },
  "a range (from, to)",
);
export const uncertain = z.union(
  [z.array(setting, "a list of settings").min(2, "a list of at least two settings"), range, text],
  "a range such as 0.1..0.3, a mapping (from, to, likely, scale) or a list",
);

const decide = z.strictObject(
  {
    by: z.enum(["value", "regret"], "value or regret").default("value").meta({
      description:
        "value: the highest expected net present value; regret: the smallest loss against the best choice in the worst world of twenty",
    }),
    profitable: share.optional().meta({ description: "only programs that pay in at least this share of worlds" }),
    tail: number
      .optional()
      .meta({ description: "only programs whose worst world of twenty (the 5 % tail) is at least this, in money" }),
  },
  "a mapping (by, profitable, tail)",
);
const stop = z.strictObject(
  {
    atLeast: whole(20).default(200).meta({ description: "worlds before the first look" }),
    atMost: whole(20).default(1000).meta({ description: "worlds after which it stops in any case" }),
    width: number.gt(0, "a real number above 0").optional().meta({
      description:
        "enough once every program's mean is known to within this much money (half of its 95 % interval); left out, all worlds are run",
    }),
  },
  "a mapping (atLeast, atMost, width)",
);

const arm = z
  .looseObject(
    {
      program: text.optional().meta({ description: "the model that is run" }),
      programs: z
        .array(z.looseObject({ program: text }, "a mapping with program"), "a list of programs")
        .min(2, "a list of at least two programs")
        .optional()
        .meta({ description: "programs that run in one market, each with its parameters" }),
      about: text.optional().meta({ description: "the program in a sentence, for the report" }),
    },
    "a mapping with program",
  )
  .superRefine(({ program, programs }, context) => {
    if (program === undefined && programs === undefined)
      context.addIssue({ code: "custom", path: ["program"], message: "text" });
  });

/** A brief as it is written: its shape, without what the programs know. */
export const brief = z.strictObject(
  {
    title: text.meta({ description: "what is to be decided" }),
    question: text.optional(),
    currency: text.default("money").meta({ description: "the currency of all amounts" }),
    unit: z.enum(UNITS, "week or month").default("week").meta({
      description: "the calendar unit of the brief: durations, chances and amounts are per week or per month",
    }),
    horizon: z
      .number("a whole number of at least 1")
      .int("a whole number of at least 1")
      .min(1, "a whole number of at least 1")
      .default(104)
      .meta({ description: "how long the market is watched, in units" }),
    customers,
    market: z
      .record(z.string(), setting, "a mapping from parameters to values")
      .default({})
      .meta({ description: "what is known of the market; what is left out has the model's value" }),
    arms: z
      .record(z.string().min(1), arm, "a mapping from names to programs")
      .refine((all) => Object.keys(all).length > 0, "at least one program")
      .meta({ description: "the programs to compare, by name; no program at all (none) is always compared" }),
    assumptions: z
      .record(z.string(), uncertain, "a mapping from parameters to ranges")
      .default({})
      .meta({ description: "what is not known: each world draws its own values, the same for all programs" }),
    decide: decide.prefault({}),
    stop: stop.prefault({}),
    longer: z.boolean("true or false").default(true).meta({
      description:
        "also look at twice the horizon, in some of the worlds: does what looks like new customers only come sooner?",
    }),
    seed: z.union([z.string(), z.number()], "text or a number").default(1),
  },
  "a mapping with title, customers and arms",
);
export type Written = z.output<typeof brief>;

const shape: Shape = {
  what: "a brief",
  at: ([first]) =>
    first === "customers"
      ? customers
      : first === "decide"
        ? decide
        : first === "stop"
          ? stop
          : first === "assumptions"
            ? range
            : brief,
};

/** A value of the shape of a brief, or everything in which it is not. */
export function shaped(value: unknown): { written: Written } | { faults: Fault[] } {
  const parsed = brief.safeParse(value);
  return parsed.success ? { written: parsed.data } : { faults: shapeFaults(parsed.error, value, shape) };
}
