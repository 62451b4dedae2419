import { type Attribute, network, type Network, type Rows, textKeys } from "../../core/index.ts";
import { type ModelReference } from "./model-reference.ts";

/** Everything needed to run the worlds of a model; arrays are shared between threads, not copied. */
export interface Setup {
  model: ModelReference;
  networks: NetworkParts[];
  points: { network: number; parameters: Record<string, unknown> }[];
  seed: string;
  /** The model's default where undefined. */
  steps?: number;
  /** Draws a new generated network in each world. */
  redraw: boolean;
  /** What is kept of each world: its measures at the end, or also those of every step, or also who was reached. */
  want?: "measures" | "series" | "trace";
}
export interface NetworkParts {
  spec: string;
  /** The table of people that names the nodes and gives their attributes. */
  nodes?: string;
  directed: boolean;
  out: Rows;
  in: Rows;
  texts: readonly string[] | null;
  attributes: Readonly<Record<string, Attribute>>;
}

const rows = ({ offsets, targets, weights }: Rows): Rows => ({ offsets, targets, weights });

export function toParts(
  spec: string,
  { directed, out, in: inward, keys, attributes }: Network,
  nodes?: string,
): NetworkParts {
  return { spec, nodes, directed, out: rows(out), in: rows(inward), texts: keys.texts, attributes };
}

export function fromParts({ directed, out, in: inward, texts, attributes }: NetworkParts): Network {
  return network({
    directed,
    out,
    in: inward,
    keys: texts ? textKeys(texts) : undefined,
    attributes: { ...attributes },
  });
}
