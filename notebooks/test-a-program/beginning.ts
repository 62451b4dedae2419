import { isScalar, parseDocument } from "yaml";
import { choice, type Values, whole } from "../../models/core/index.ts";
import { seed } from "../study/asked.ts";
import { BRIEFS } from "./briefs.ts";

const PROGRAMS = ["sampling", "advocates", "referral"] as const;

/** What is set above the brief, and written into it. */
export const above = {
  program: choice(PROGRAMS, {
    about: "which of the project's briefs to begin with; another one replaces what stands in the brief",
    lever: true,
  }),
  customers: whole(600, {
    min: 50,
    max: 5000,
    about: "how many customers are drawn, unless there is a file of ties",
    unit: "people",
  }),
  worlds: whole(60, {
    min: 20,
    max: 1000,
    about: "how many worlds are run at most; fewer where the brief's rule says that they are enough",
    unit: "worlds",
  }),
  seed: seed(),
};
export type Above = Values<typeof above>;

/** A place in a brief. */
export type Path = readonly string[];

const PLAIN = /^[+-]?[\w.]+$/;

/**
 * The same text with another value at a place; all else, comments and blanks included, stays as it is. A place that is
 * not there is made.
 */
export function withValue(text: string, path: Path, value: number | string): string {
  const document = parseDocument(text);
  const node = document.getIn(path, true);
  if (!isScalar(node) || !node.range) {
    document.setIn(path, value);
    return document.toString({ lineWidth: 0 });
  }
  const [from, to] = node.range;
  const told = typeof value === "number" || PLAIN.test(value) ? String(value) : JSON.stringify(value);
  // What is the same already stays as it was written.
  return node.value === value || text.slice(from, to) === told
    ? text
    : `${text.slice(0, from)}${told}${text.slice(to)}`;
}

/** The same text without what stands at a place. */
export function without(text: string, path: Path): string {
  const document = parseDocument(text);
  return document.deleteIn(path) ? document.toString({ lineWidth: 0 }) : text;
}

/** What a brief says, undefined where the text is no YAML. */
export function toldBy(text: string): unknown {
  const document = parseDocument(text);
  return document.errors.length > 0 ? undefined : document.toJS();
}

/** What stands at a place of it, undefined where nothing does. */
export const valueIn = (told: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    told,
  );

const NODES = /\bnodes=\d+/;

/** A brief with what is set above it; what is not given stays. */
export function withAbove(text: string, { customers, worlds, seed: own }: Partial<Above>): string {
  const told = toldBy(text);
  const network = valueIn(told, ["customers", "network"]);
  let written = text;
  if (customers !== undefined && typeof network === "string" && NODES.test(network))
    written = replaced(written, network, network.replace(NODES, `nodes=${customers}`));
  if (worlds !== undefined) {
    const least = Number(valueIn(told, ["stop", "atLeast"]) ?? worlds);
    written = withValue(withValue(written, ["stop", "atLeast"], Math.min(least, worlds)), ["stop", "atMost"], worlds);
  }
  if (own !== undefined) written = withValue(written, ["seed"], String(Number(own)) === own ? Number(own) : own);
  return written;
}

/** A specification holds commas and colons; where it stands bare in the text it may go on doing so. */
const replaced = (text: string, old: string, next: string): string =>
  text.split(old).length === 2 ? text.replace(old, () => next) : withValue(text, ["customers", "network"], next);

/** The brief that a program begins with. */
export const beginning = (settings: Above): string =>
  withAbove(BRIEFS.find(({ program }) => program === settings.program)!.text, settings);

/**
 * What a brief says of what is set above it; what it does not say, or not so that it could be set there, is left out.
 */
export function aboveOf(text: string): Partial<Above> {
  const told = toldBy(text);
  const [network, worlds, own] = [["customers", "network"], ["stop", "atMost"], ["seed"]].map((path) =>
    valueIn(told, path),
  );
  const nodes = typeof network === "string" ? NODES.exec(network)?.[0].slice("nodes=".length) : undefined;
  const found: Record<string, unknown> = {
    customers: nodes === undefined ? undefined : Number(nodes),
    worlds,
    seed: typeof own === "number" || typeof own === "string" ? String(own) : undefined,
  };
  return Object.fromEntries(
    Object.entries(found).filter(([name, value]) => above[name as keyof Above].schema.safeParse(value).success),
  );
}
