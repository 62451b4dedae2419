import { indices, type Model, type Network, refuse, settle, unknownName } from "../../core/index.ts";
import { degrees } from "../../networks/structure/degrees.ts";
import { type Means, type Method, methodNamed, METHODS, methods, type Need } from "../../programs/choosing/methods.ts";
import { degreeCosts } from "../../programs/choosing/limits.ts";
import { type Question } from "../../programs/choosing/question.ts";
import { type Sources } from "../work/sources.ts";
import { spreadOf, SUBMODULAR } from "../../programs/choosing/spread.ts";

/** A request to `choose`. */
export interface ChooseRequest {
  model: string;
  count?: number;
  method?: string;
  epsilon: number;
  failure?: number;
  budget?: number;
  costs?: string;
  candidates?: string;
  value?: string;
  skill?: string;
  noise: number;
  need?: string;
  join: number;
  rise: number;
  ties: "chance" | "index";
  hidden?: number;
  weightError?: number;
  network?: string;
  nodes?: string;
  set?: string[];
  seed: string;
  replicates: number;
}

/** Where candidates can be read from. */
type Texts = Pick<Sources, "has" | "text">;

/** The option that gives what a method needs of each customer, and what that is. */
const OPTIONS = {
  worth: { option: "value", what: "what each customer is worth" },
  skill: { option: "skill", what: "how skilled each customer is" },
  need: { option: "need", what: "how much persuasion each customer needs" },
} as const;

/** Whether a request gives what a method needs; reach needs a model in which it is submodular. */
const gives = (request: ChooseRequest, need: Need): boolean =>
  need === "spread" ? SUBMODULAR.includes(request.model) : request[OPTIONS[need].option] !== undefined;

/**
 * The requested methods; `all` leaves out those that need what the request does not give. Throws `RangeError` with the
 * nearest right name.
 */
export function methodsOf(request: ChooseRequest): Method[] {
  const { method = METHODS[0] } = request;
  if (method === "all")
    return methods.filter(({ needs }) => needs.every((need) => gives(request, need))).map(({ name }) => name);
  const named = method.split(",").map((name) => name.trim());
  refuse(
    named
      .filter((name) => !METHODS.some((known) => known === name))
      .map((name) => `choose: ${unknownName(name, "a method", [...METHODS, "all"])}`),
  );
  return METHODS.filter((name) => named.includes(name)).sort((a, b) => named.indexOf(a) - named.indexOf(b));
}

/** Faults of a model whose reach cannot be judged, or of methods that cannot use it. */
export function modelFaults(
  { name, parameters, measures }: Model,
  chosen: readonly Method[],
  set: Readonly<Record<string, unknown>>,
): string[] {
  const faults: string[] = [];
  const fits = (parameters as Partial<Model["parameters"]>).seeds?.kind === "nodes" && "reach" in measures;
  if (!fits) faults.push(`choose: the model must start from seeds and measure reach, ${name} does not`);
  for (const name of ["seeds", "seedCount", "seedFrom"])
    if (name in set) faults.push(`choose: ${name} must not be set, since choose finds the seeds`);
  const reach = chosen.filter((method) => methodNamed(method).needs.includes("spread"));
  if (fits && reach.length > 0 && !SUBMODULAR.includes(name))
    faults.push(
      `choose: ${reach.join(" and ")} must have a model whose reach is submodular (${SUBMODULAR.join(", ")}), got ${name}`,
    );
  return faults;
}

/** Options that a method lacks, and numbers out of their ranges. */
export function optionFaults(options: ChooseRequest, chosen: readonly Method[]): string[] {
  const { hidden = 0, weightError = 0, join, rise, noise } = options;
  const shares = Object.entries({ "--hidden": hidden, "--weight-error": weightError, "--join": join, "--rise": rise });
  return [
    ...methods
      .filter(({ name }) => chosen.includes(name))
      .flatMap(({ name, needs }) => needs.map((need) => ({ name, need })))
      .flatMap(({ name, need }) =>
        need === "spread" || gives(options, need)
          ? []
          : [
              `choose: --method ${name} must have --${OPTIONS[need].option} <attribute>, ${OPTIONS[need].what}; got none`,
            ],
      ),
    ...shares.flatMap(([name, share]) =>
      share >= 0 && share <= 1 ? [] : [`choose: ${name} must be a number from 0 to 1, got ${share}`],
    ),
    ...(noise >= 0 ? [] : [`choose: --noise must be a number of at least 0, got ${noise}`]),
  ];
}

/**
 * The question and the inputs of the methods, read from the options. Throws one `RangeError` for all faults of the
 * options.
 */
export function questionOf(
  options: ChooseRequest,
  network: Network,
  model: Model,
  set: Record<string, unknown>,
  texts: Texts,
): { question: Question; means: Means } {
  const faults: string[] = [];
  function noted<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      faults.push(error.message);
      return undefined;
    }
  }
  const column = (name: string | undefined, option: string): Float64Array | undefined =>
    name === undefined ? undefined : noted(() => numbersOf(network, name, option));
  const parameters = noted(() => settle(model, network, set));
  const question: Question = {
    network,
    count: options.count ?? Infinity,
    budget: options.budget,
    costs: options.costs === undefined ? undefined : noted(() => costsOf(network, options.costs!)),
    candidates:
      options.candidates === undefined ? undefined : noted(() => candidatesOf(network, options.candidates!, texts)),
    worth: column(options.value, "--value"),
    seed: options.seed,
    ties: options.ties,
  };
  const { epsilon, failure, noise, join, rise } = options;
  const means: Means = {
    spread: parameters && spreadOf(model.name, parameters),
    epsilon,
    failure,
    noise,
    join,
    rise,
    skill: column(options.skill, "--skill"),
    need: column(options.need, "--need"),
  };
  refuse(faults);
  return { question, means };
}

/** A numeric attribute of the people. */
function numbersOf({ attributes, keys }: Network, name: string, option: string): Float64Array {
  if (!Object.hasOwn(attributes, name)) {
    const known = Object.keys(attributes).filter((other) => attributes[other].kind === "number");
    if (known.length === 0)
      throw new RangeError(
        `choose: ${option} must name a numeric attribute of the people, got ${name}; there is none (--nodes gives attributes)`,
      );
    throw new RangeError(`choose: ${option}: ${unknownName(name, "a numeric attribute of the people", known)}`);
  }
  const attribute = attributes[name];
  if (attribute.kind !== "number")
    throw new RangeError(`choose: ${option} must name a numeric attribute of the people, got the category ${name}`);
  const unknown = attribute.values.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0);
  if (unknown > 0) {
    const first = keys.key(attribute.values.findIndex(Number.isNaN));
    throw new RangeError(
      `choose: ${option} must name an attribute that is known for everyone; ${name} is empty for ${first}${unknown > 1 ? ` and ${unknown - 1} more` : ""}`,
    );
  }
  return attribute.values;
}

const NUMBER = String.raw`\d*\.?\d+(?:e[+-]?\d+)?`;
const FORM = new RegExp(String.raw`^(?:(${NUMBER}))?(?:\+?(${NUMBER})\*degree)?$`, "i");

/** An attribute, one number for all, or fixed+perContact*degree. */
function costsOf(network: Network, text: string): Float64Array {
  const form = FORM.exec(text.replaceAll(" ", ""));
  if (Object.hasOwn(network.attributes, text)) return numbersOf(network, text, "--costs");
  if (!form && /[\d*]/.test(text))
    throw new RangeError(
      `choose: --costs must be a numeric attribute of the people, one number for all, or a formula such as 2+0.5*degree, got ${text}`,
    );
  if (!form) return numbersOf(network, text, "--costs");
  const [, fixed = "0", perContact = "0"] = form;
  return degreeCosts(degrees(network.out), Number(fixed), Number(perContact));
}

/** Keys from the command line or the first column of a file, whose first line may be a heading. */
function candidatesOf({ keys }: Network, text: string, texts: Texts): number[] {
  if (!texts.has(text)) {
    const names = listed(text.split(","));
    const isPath = names.length === 1 && keys.find(text) < 0 && /[/\\]|\.(csv|tsv|txt)$/i.test(text);
    if (isPath) throw new RangeError(`choose: --candidates: there must be a file ${text}; there is none`);
    return indices(keys, names, "choose: --candidates");
  }
  const found = listed(
    texts
      .text(text)
      .split(/\r?\n/)
      .map((line) => line.split(/[,;\t]/)[0]),
  );
  return indices(keys, found.length > 1 && keys.find(found[0]) < 0 ? found.slice(1) : found, "choose: --candidates");
}

const listed = (words: readonly string[]): string[] => words.map((word) => word.trim()).filter((word) => word !== "");
