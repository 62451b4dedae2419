import {
  childKey,
  flag,
  type Given,
  type Key,
  type Network,
  type Parameter,
  type Parameters,
  refuse,
  resolve,
  streamKey,
  type Values,
  whole,
} from "../../core/index.ts";

/** What a maker gets: the checked parameters, the key of each stream it names. */
export interface Making<P extends Parameters> {
  parameters: Values<P>;
  /** The key of `network/<kind>/<name>` in this world. */
  stream: (name: string) => Key;
}

/** How a generator is written; `defineGenerator` gives its names to the compiler. */
export interface Plan<P extends Parameters> {
  /** Kebab-case; the word before the colon of a specification. */
  kind: string;
  about: string;
  source: string;
  parameters: P;
  /** Parameters that may name a file of numbers instead. */
  files?: readonly (keyof P & string)[];
  /** What must hold between parameters: faults, none if right. */
  check?(parameters: Values<P>, given: ReadonlySet<string>): string[];
  make(making: Making<P>): Network;
}

/** A kind of network: what may be varied, and how to draw it. */
export interface Generator {
  readonly kind: string;
  readonly about: string;
  readonly source: string;
  readonly parameters: Parameters;
  /** Parameters that may name a file of numbers instead. */
  readonly files: readonly string[];
  /** Throws `RangeError` listing every fault at once. */
  check(given: Given<Parameters>): void;
  /** Draws the network of world `world`. Throws `RangeError` listing every fault at once. */
  make(given: Given<Parameters>, seed: string | number, world: number): Network;
}

export function defineGenerator<const P extends Parameters>(plan: Plan<P>): Generator {
  const { kind, about, source, parameters } = plan;
  function checked(given: Given<Parameters>): Values<P> {
    const values = resolve(kind, parameters, given as Given<P>);
    refuse((plan.check?.(values, new Set(Object.keys(given))) ?? []).map((fault) => `${kind}: ${fault}`));
    return values;
  }
  // Kept between worlds: making a key costs more than drawing a small network.
  let keys = { seed: "", made: new Map<string, Key>() };
  function keyOf(name: string): Key {
    const key = keys.made.get(name) ?? streamKey(keys.seed, `network/${kind}/${name}`);
    keys.made.set(name, key);
    return key;
  }
  return {
    kind,
    about,
    source,
    parameters,
    files: plan.files ?? [],
    check: checked,
    make(given, seed, world) {
      if (keys.seed !== String(seed)) keys = { seed: String(seed), made: new Map() };
      return plan.make({ parameters: checked(given), stream: (name) => childKey(keyOf(name), world) });
    },
  };
}

/** Parameters that mean the same in every kind of network. */
export const customers = (fallback: number): Parameter<number> =>
  whole(fallback, { min: 1, max: 1e8, about: "number of customers" });
export const directedOrNot = flag(false, { about: "each tie runs one way, from the influencer to the influenced" });

/** More arcs than this are refused: their rows would need more than 8 GB. */
const MOST_ARCS = 2 ** 31 - 1;

/** The fault of a network with too many arcs to hold, none if it fits. */
export function tooLarge(arcs: number): string[] {
  return arcs > MOST_ARCS ? [`there must be at most ${MOST_ARCS} arcs, got about ${Math.round(arcs)}`] : [];
}
