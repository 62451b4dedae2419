import { type Network } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { type Measured } from "./paired.ts";

/** The memory of an unweighted network in both directions: all buffers that it refers to. */
export function benchMemory(): Measured[] {
  return ["erdos-renyi:nodes=100000,degree=16,directed=true", "barabasi-albert:nodes=100000,links=8"].map(
    (specification) => {
      const network = generate(specification, "1");
      const value = bytesOf(network) / network.arcs;
      const allowed = 9 + (16 * network.size) / network.arcs;
      return {
        name: `memory in both directions, ${specification}`,
        unit: "bytes an arc, customers included",
        value,
        reference: allowed,
        ratio: value / allowed,
        goal: "at most 9 an arc and 16 a customer",
        met: value <= allowed,
      };
    },
  );
}

/**
 * Bytes of all distinct buffers reachable from the network in both directions; what else is made on first use is left
 * out.
 */
export function bytesOf(network: Network): number {
  const buffers = new Set<ArrayBufferLike>();
  const visit = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) buffers.add(value.buffer);
    else if (typeof value === "object" && value !== null) {
      for (const { value: inner } of Object.values(Object.getOwnPropertyDescriptors(value))) visit(inner);
    }
  };
  visit(network);
  visit(network.in);
  return [...buffers].reduce((sum, { byteLength }) => sum + byteLength, 0);
}
