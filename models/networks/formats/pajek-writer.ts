import { type Network } from "../../core/index.ts";
import { refuse, shown } from "./text.ts";
import { writtenEdges } from "./written.ts";

/** Pajek in pieces. Throws `RangeError` on keys with quotes or line ends, which a label cannot hold. */
export function* writePajek(network: Network, name: string): Generator<string> {
  const { size, keys, directed } = network;
  yield `*Vertices ${size}\n`;
  for (let i = 0; i < size; i++) {
    const key = keys.key(i);
    if (/["\r\n]/.test(key)) refuse(name, null, "a label in Pajek must hold no quotes and no line ends", shown(key));
    yield `${i + 1} "${key}"\n`;
  }
  yield directed ? "*Arcs\n" : "*Edges\n";
  for (const [i, j, weight] of writtenEdges(network)) yield `${i + 1} ${j + 1}${weight === null ? "" : ` ${weight}`}\n`;
}
