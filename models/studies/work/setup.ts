import { type Attribute, network, type Network, type Rows, textKeys } from "../../core/index.ts";
import { type ModelReference } from "./model-reference.ts";

/** All that a worker needs to know of a job, in a form that threads can pass on; arrays are shared, not copied. */
export interface Setup {
  model: ModelReference;
  networks: NetworkParts[];
  points: { network: number; parameters: Record<string, unknown> }[];
  seed: string;
  /** The model's own where undefined. */
  steps?: number;
  /** Draw a generated network anew in each world. */
  redraw: boolean;
}
export interface NetworkParts {
  spec: string;
  /** File of people that names the nodes and carries their attributes. */
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
