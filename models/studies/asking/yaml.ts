import { isAlias, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { type z } from "zod";
import { shown, unknownName } from "../../core/index.ts";

/** A fault and the key where it is. */
export interface Fault {
  path: readonly (string | number)[];
  text: string;
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Longer files and more aliases are refused before they are read: one alias can stand for a million values. */
const MOST_CHARACTERS = 1_000_000;
const MOST_ALIASES = 100;

export interface Yaml {
  value: unknown;
  /** The line of a key, or of the nearest key above it in the file. */
  lineOf: (keys: readonly (string | number)[]) => number;
}

/**
 * The value of a YAML text; `what` says what it should be. Whole numbers beyond 2^53 are text, to keep their digits.
 * Throws `RangeError` with every fault of syntax, by line, and for keys called __proto__, which no object can have.
 */
export function readYaml(source: string, path: string, what: string): Yaml {
  if (source.length > MOST_CHARACTERS)
    throw new RangeError(`${path}: must have at most ${MOST_CHARACTERS} characters, got ${source.length}`);
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, intAsBigInt: true });
  const faults = document.errors.map(({ code, pos, message }) => {
    const fault = code === "MULTIPLE_DOCS" ? `${what} must be one document, got another after ---` : message;
    return `${path}:${lines.linePos(pos[0]).line}: ${fault}`;
  });
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  let aliases = 0;
  const unfit: string[] = [];
  visit(document, {
    Alias() {
      aliases++;
    },
    Pair(_, { key }) {
      if (isScalar(key) && key.value === "__proto__")
        unfit.push(`${path}:${lines.linePos(key.range?.[0] ?? 0).line}: __proto__ cannot be a key or a name`);
    },
  });
  if (unfit.length > 0) throw new RangeError(unfit.join("\n"));
  if (aliases > MOST_ALIASES)
    throw new RangeError(`${path}: must have at most ${MOST_ALIASES} aliases, got ${aliases}`);
  const lineOf = (keys: readonly (string | number)[]): number => {
    for (let depth = keys.length; depth >= 0; depth--) {
      const node = document.getIn(keys.slice(0, depth), true);
      if (isNode(node) && !isAlias(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  try {
    return { value: exact(document.toJS({ maxAliasCount: MOST_ALIASES })), lineOf };
  } catch (error) {
    throw new RangeError(`${path}: ${messageOf(error)}`);
  }
}

/** Whole numbers as numbers where these are exact, else as their digits. */
function exact(value: unknown): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (Array.isArray(value)) return value.map(exact);
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, exact(held)]));
}

/** Throws all faults, each with the file and the line of its key, in the order of lines. */
export function refuseLines(faults: readonly Fault[], path: string, lineOf: Yaml["lineOf"]): never {
  const lines = faults.map(({ path: keys, text }) => ({ line: lineOf(keys), text }));
  throw new RangeError(
    lines
      .sort((a, b) => a.line - b.line)
      .map(({ line, text }) => `${path}:${line}: ${text}`)
      .join("\n"),
  );
}

/** What is needed to report where a value does not fit a schema; its messages end the sentence "x must be …". */
export interface Shape {
  /** What the whole should be, such as "an experiment". */
  what: string;
  /** The strict object at a place. */
  at(keys: readonly (string | number)[]): z.ZodObject;
}

/** Every fault of a value against its schema, with the nearest right key where one is unknown. */
export function shapeFaults({ issues }: z.ZodError, root: unknown, shape: Shape): Fault[] {
  return issues.flatMap((issue) => faultsOf(issue, root, shape));
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue, root: unknown, shape: Shape, above: readonly PropertyKey[] = []): Fault[] {
  const keys = [...above, ...issue.path].map((key) => (typeof key === "number" ? key : String(key)));
  if (issue.code === "invalid_union") {
    // The branch that applies is the one whose type the value has.
    const taken = issue.errors.find((branch) =>
      branch.every((inner) => inner.code !== "invalid_type" || inner.path.length > 0),
    );
    if (taken && taken.length > 0) return taken.flatMap((inner) => faultsOf(inner, root, shape, keys));
  }
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(shape.at(keys).shape);
    return issue.keys.map((key) => ({
      path: [...keys, key],
      text: `${[...keys, ""].join(".")}${unknownName(key, "a key here", known)}`,
    }));
  }
  const got = keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], root);
  return [
    {
      path: keys,
      text: `${keys.join(".") || shape.what} must be ${issue.message}, got ${got === undefined ? "nothing" : shown(got)}`,
    },
  ];
}
