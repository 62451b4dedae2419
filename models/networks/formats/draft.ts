import { type Attribute } from "../../core/index.ts";
import { type BadRow } from "./bad-rows.ts";

/** What a parser found, before repair: edges as pairs of node numbers. */
export interface Draft {
  size: number;
  /** Names in node order; null where they are just 0, 1, 2, … */
  texts: readonly string[] | null;
  sources: Uint32Array;
  targets: Uint32Array;
  weights: Float64Array | null;
  count: number;
  /** For each edge 1 where the file says it has a direction, 0 where not; null where it says nothing. */
  directions: Uint8Array | null;
  /** What the file declares of edges in general. */
  directed: boolean | undefined;
  /** Edges already left out because an end does not exist. */
  dangling: number;
  /** Rows already left out because they cannot be used, by reason. */
  unusable: readonly BadRow[];
  attributes?: Record<string, Attribute>;
  /** What is known of each edge, in the order of `sources`. */
  tieColumns?: Record<string, Attribute>;
  /** For each node 0 on the left side of a network of two modes, 1 on the right; left out where there is one mode. */
  modes?: Uint8Array;
  told: string[];
}
