import { isScalar, parseDocument } from "yaml";
import { choice, type Values, whole } from "../../models/core/index.ts";
import { seed } from "../study/asked.ts";
import { BRIEFS } from "./briefs.ts";

const PROGRAMS = ["sampling", "advocates", "referral"] as const;

/** The settings above the brief, which are written into it. */
export const above = {
  program: choice(PROGRAMS, {
    about: "which of the project's briefs to start from; changing it replaces the text of the brief",
    lever: true,
  }),
  customers: whole(600, {
    min: 50,
    max: 5000,
    about: "number of customers, unless there is a file of ties",
    unit: "people",
  }),
  worlds: whole(60, {
    min: 20,
    max: 1000,
    about: "maximum number of worlds; fewer are run if the brief's stop rule is met earlier",
    unit: "worlds",
  }),
  seed: seed(),
};
export type Above = Values<typeof above>;

/** A place in a brief. */
export type Path = readonly string[];

const PLAIN = /^[+-]?[\w.]+$/;

/**
 * The same text with another value at a place; everything else, comments and blank lines included, stays as it is. A
 * missing place is added.
 */
export function withValue(text: string, path: Path, value: number | string): string {
  const document = parseDocument(text);
  const node = document.getIn(path, true);
  if (!isScalar(node) || !node.range) {
    document.setIn(path, value);
    return document.toString({ lineWidth: 0 });
  }
  const [from, to] = node.range;
  const written = typeof value === "number" || PLAIN.test(value) ? String(value) : JSON.stringify(value);
  // A value that is already the same stays as it was written.
  return node.value === value || text.slice(from, to) === written
    ? text
    : `${text.slice(0, from)}${written}${text.slice(to)}`;
}

/** The same text without the value at a place. */
export function without(text: string, path: Path): string {
  const document = parseDocument(text);
  return document.deleteIn(path) ? document.toString({ lineWidth: 0 }) : text;
}

/** The content of a brief; undefined if the text is not YAML. */
export function contentOf(text: string): unknown {
  const document = parseDocument(text);
  return document.errors.length > 0 ? undefined : document.toJS();
}

/** The value at a place in that content; undefined if there is none. */
export const valueIn = (content: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    content,
  );

const NODES = /\bnodes=\d+/;

/** A brief with the settings above it written in; settings that are not given stay as they are. */
export function withAbove(text: string, { customers, worlds, seed: own }: Partial<Above>): string {
  const content = contentOf(text);
  const network = valueIn(content, ["customers", "network"]);
  let written = text;
  if (customers !== undefined && typeof network === "string" && NODES.test(network))
    written = replaced(written, network, network.replace(NODES, `nodes=${customers}`));
  if (worlds !== undefined) {
    const least = Number(valueIn(content, ["stop", "atLeast"]) ?? worlds);
    written = withValue(withValue(written, ["stop", "atLeast"], Math.min(least, worlds)), ["stop", "atMost"], worlds);
  }
  if (own !== undefined) written = withValue(written, ["seed"], String(Number(own)) === own ? Number(own) : own);
  return written;
}

/** A specification contains commas and colons; if it is written without quotes, it stays so. */
const replaced = (text: string, old: string, next: string): string =>
  text.split(old).length === 2 ? text.replace(old, () => next) : withValue(text, ["customers", "network"], next);

/** The brief that the settings start from. */
export const beginning = (settings: Above): string =>
  withAbove(BRIEFS.find(({ program }) => program === settings.program)!.text, settings);

/**
 * The settings above the brief as the brief has them; those it lacks, or has with values out of range, are left out.
 */
export function aboveOf(text: string): Partial<Above> {
  const content = contentOf(text);
  const [network, worlds, own] = [["customers", "network"], ["stop", "atMost"], ["seed"]].map((path) =>
    valueIn(content, path),
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
