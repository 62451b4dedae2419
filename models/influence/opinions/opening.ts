import { choice, f64, i32, type Network, text } from "../../core/index.ts";

type Opening = "uniform" | "even" | "attribute";
type Options = readonly [Opening, ...Opening[]];

/** Parameters for the initial opinions on a line; the first option is the default. */
export function openingParameters<const O extends Options>(options: O) {
  return {
    start: choice(options, {
      about:
        "initial opinions: even = customer i of n at (i − ½)/n, in node order; uniform = drawn from 0 to 1; attribute = a number of each node",
    }),
    attribute: text("opinion", /^.+$/s, {
      about: "node attribute with the initial opinions; used with start=attribute",
      must: "the name of an attribute",
    }),
  };
}
interface Start {
  start: Opening;
  attribute: string;
}

export const opinionState = {
  opinion: f64("the customer's opinion"),
  moved: i32("last step in which the opinion changed"),
};

/**
 * What is wrong with the initial opinions, for a model's `check`: with `start` attribute, it must be an attribute
 * of finite numbers.
 */
export function openingFaults({
  network,
  parameters,
  given,
}: {
  network: Network;
  parameters: Start;
  given: ReadonlySet<string>;
}): string[] {
  const { start, attribute } = parameters;
  if (start !== "attribute")
    return given.has("attribute") ? [`attribute requires start=attribute, got start=${start}`] : [];
  return attributeFaults(network, attribute, "a finite number", Number.isFinite);
}

/** What is wrong with a numeric attribute; names the first faulty customer. Time is linear in nodes. */
export function attributeFaults(
  { attributes, keys }: Network,
  name: string,
  must: string,
  right: (value: number) => boolean,
): string[] {
  const own = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (own?.kind !== "number") return [`the network must have a number named ${name} for each customer`];
  const wrong = own.values.findIndex((value) => !right(value));
  return wrong < 0 ? [] : [`${name} of customer ${keys.key(wrong)} must be ${must}, got ${own.values[wrong]}`];
}

/** The values of a numeric attribute in which `attributeFaults` found no fault. */
export function attributeOf({ attributes }: Network, name: string): Float64Array {
  const own = attributes[name];
  if (own.kind !== "number") throw new TypeError(`attribute ${name} must contain numbers, got categories`);
  return own.values;
}

/** Writes the initial opinions; `taste` is uniform on [0, 1) and belongs to the customer. */
export function open(
  network: Network,
  { start, attribute }: Start,
  opinion: Float64Array,
  taste: (i: number) => number,
): void {
  const size = network.size;
  if (start === "attribute") opinion.set(attributeOf(network, attribute));
  else for (let i = 0; i < size; i++) opinion[i] = start === "even" ? (i + 0.5) / size : taste(i);
}
