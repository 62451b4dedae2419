import { type Attribute, network, type Network, type Parts, textKeys } from "../../models/core/index.ts";
import { hubs } from "../../models/cascades/first-customers.ts";
import { type Dropped } from "../../models/networks/edges.ts";
import { isGenerated } from "../../models/networks/specification.ts";
import { namedNetwork } from "../../models/studies/asking/named-network.ts";
import { type BroughtFile } from "../controls/unpacked.ts";
import { type Brought, filesOf } from "../study/brought.ts";
import { type Offered, traitsOf } from "./traits.ts";

/** What a reader has put into the page, in the words of the command line. */
export interface Given {
  brought: Brought;
  /** The file of ties, and behind a question mark how to read it. */
  spec: string;
  /** The file of people. */
  nodes?: string;
}

/** What the reading worker is asked: all that was brought, or only whether a table of people can be read. */
export type Asked = Given | { people: BroughtFile };

/** What is known of a network before anything is computed from it. */
export interface Read {
  size: number;
  edges: number;
  directed: boolean;
  dropped: Dropped;
  /** Edge rows of the file before repair. */
  rows: number;
  /** The repairs, in the sentences of the command line. */
  told: string[];
  traits: Offered[];
  /** The key of who can influence most; of equals the first. */
  best: string;
  /** Undefined where there are too many people or ties to draw. */
  network?: Network;
}
/** The same as it passes from a worker to the page. */
export type Sent = Omit<Read, "network"> & { parts?: Omit<Parts, "keys"> & { texts: readonly string[] | null } };

/** Larger networks are read and computed, but not drawn. */
export const MOST_PEOPLE = 20_000;
const MOST_TIES = 100_000;

/** A file as a command names it: one that would be taken for an option or a generator stands behind ./ */
const pathOf = (name: string): string => (name.startsWith("-") || isGenerated(name) ? `./${name}` : name);

/** What was brought, `choices` as after the question mark. Throws `RangeError` where ties and people have one name. */
export function givenOf(ties: BroughtFile, people: BroughtFile | undefined, choices: string): Given {
  const [path, nodes] = [pathOf(ties.name), people && pathOf(people.name)];
  if (path === nodes)
    throw new RangeError(`${path}: ties and people must be two files of two names, got one name twice`);
  const brought = { [path]: ties.bytes, ...(people && nodes !== undefined && { [nodes]: people.bytes }) };
  return { brought, spec: choices === "" ? path : `${path}?${choices}`, nodes };
}

/**
 * Reads what was brought, as the command line does. Throws `RangeError` with the reader's own words, or where nobody is
 * in it.
 */
export async function readGiven({ brought, spec, nodes }: Given): Promise<Read> {
  const { network: read, dropped, rows, told } = await namedNetwork(spec, { seed: "1", nodes }, filesOf(brought));
  if (read.size === 0) throw new RangeError(`${spec}: there must be someone in the network, got nobody`);
  return described(read, { dropped, rows, told });
}

/** What is known of a network that was read or drawn. */
export const described = (read: Network, facts: Pick<Read, "dropped" | "rows" | "told">): Read => ({
  ...facts,
  size: read.size,
  edges: read.edges,
  directed: read.directed,
  traits: traitsOf(read),
  best: read.keys.key(hubs(read)[0]),
  network: read.size <= MOST_PEOPLE && read.edges <= MOST_TIES ? read : undefined,
});

/** Functions stay where they are. */
export function sent({ network: read, ...facts }: Read): Sent {
  const bare = ({ offsets, targets, weights }: Parts["out"]): Parts["out"] => ({ offsets, targets, weights });
  if (!read) return facts;
  const attributes: Record<string, Attribute> = { ...read.attributes };
  return {
    ...facts,
    parts: {
      directed: read.directed,
      out: bare(read.out),
      ...(read.directed && { in: bare(read.in) }),
      attributes,
      texts: read.keys.texts,
    },
  };
}
export function received({ parts, ...facts }: Sent): Read {
  if (!parts) return facts;
  const { texts, ...rest } = parts;
  return { ...facts, network: network({ ...rest, ...(texts && { keys: textKeys(texts) }) }) };
}
