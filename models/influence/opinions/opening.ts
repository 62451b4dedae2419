import { choice, f64, i32, type Network, text } from "../../core/index.ts";

type Opening = "uniform" | "even" | "attribute";
type Options = readonly [Opening, ...Opening[]];

/** Where opinions on a line stand before the first step; the first option counts unless told. */
export function openingParameters<const O extends Options>(options: O) {
  return {
    start: choice(options, {
      about:
        "opinions at first: even = customer i of n at (i − ½)/n, in node order; uniform = drawn on 0…1; attribute = a number of each node",
    }),
    attribute: text("opinion", /^.+$/s, {
      about: "node attribute with the opinions at first, where start=attribute",
      must: "the name of an attribute",
    }),
  };
}
interface Told {
  start: Opening;
  attribute: string;
}

export const opinionState = {
  opinion: f64("where the customer stands"),
  moved: i32("last step in which the opinion changed"),
};

/** What must hold of the opening, for a model's `check`: an attribute of finite numbers where one is asked for. */
export function openingFaults({
  network,
  parameters,
  given,
}: {
  network: Network;
  parameters: Told;
  given: ReadonlySet<string>;
}): string[] {
  const { start, attribute } = parameters;
  if (start !== "attribute")
    return given.has("attribute") ? [`attribute must come with start=attribute, got start=${start}`] : [];
  return attributeFaults(network, attribute, "a finite number", Number.isFinite);
}

/** Faults of a number attribute; names the first customer. Linear in nodes. */
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

/** The values of a number attribute that `attributeFaults` found right. */
export function attributeOf({ attributes }: Network, name: string): Float64Array {
  const own = attributes[name];
  if (own.kind !== "number") throw new TypeError(`attribute ${name} must hold numbers, got categories`);
  return own.values;
}

/** Writes the opinions at first; `taste` is uniform on [0, 1) and belongs to the customer. */
export function open(
  network: Network,
  { start, attribute }: Told,
  opinion: Float64Array,
  taste: (i: number) => number,
): void {
  const size = network.size;
  if (start === "attribute") opinion.set(attributeOf(network, attribute));
  else for (let i = 0; i < size; i++) opinion[i] = start === "even" ? (i + 0.5) / size : taste(i);
}
