import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { childKey, type Network, shuffled, sequence, streamKey } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { SEED } from "./kernels.ts";
import { type Measured, paired, since } from "./paired.ts";
import { checksum, keyText, type Reference } from "./reference.ts";

/** Generating a network against the same generator in C++, which must make the same arcs. */
export async function benchGenerator(specification: string, reference: Reference): Promise<Measured> {
  const [kind, rest] = specification.split(":");
  const numbers = rest.split(",").map((pair) => pair.split("=")[1]);
  const stream = kind === "barabasi-albert" ? "tie" : "pair";
  const key = childKey(streamKey(SEED, `network/${kind}/${stream}`), 0);
  const ours = () => {
    const began = process.cpuUsage();
    const { arcs, out } = generate(specification, SEED);
    const nanoseconds = since(began);
    return { nanoseconds, totals: [arcs, checksum(out.targets, checksum(out.offsets))] };
  };
  const theirs = () => reference.ask(`generate ${kind} ${numbers.join(" ")} ${keyText(key)}`);
  const { ours: value, theirs: held, ratio } = await paired(`generating ${specification}`, ours, theirs, 3);
  return {
    name: `generating ${specification}`,
    unit: "s",
    value: value / 1e9,
    reference: held / 1e9,
    ratio,
    goal: "at most 2.5",
    met: ratio <= 2.5,
  };
}

/** Reading an edge list against a bare C++ reader of whole numbers, which must find as much. */
export async function benchLoading(
  name: string,
  network: Network,
  folder: string,
  reference: Reference,
): Promise<Measured> {
  const path = join(folder, "edges.txt");
  await writeFile(path, edgeLines(network));
  const ours = async () => {
    const began = process.cpuUsage();
    const { openNetwork } = await import("../disk/network-file.ts"); // slows all typed arrays once loaded, see network-source.ts
    const { network: read } = await openNetwork(path);
    return { nanoseconds: since(began), totals: [read.size, read.arcs] };
  };
  const { ours: value, theirs, ratio } = await paired(`loading ${name}`, ours, () => reference.ask(`load ${path}`), 3);
  await rm(path);
  return {
    name: `loading ${network.edges} lines, ${name}`,
    unit: "ns a line",
    value: value / network.edges,
    reference: theirs / network.edges,
    ratio,
  };
}

/** The edges in a random order, as files have them. */
function edgeLines({ nodes, out }: Network): string {
  const lines: string[] = [];
  for (const u of nodes)
    for (let e = out.offsets[u]; e < out.offsets[u + 1]; e++)
      if (u < out.targets[e]) lines.push(`${u} ${out.targets[e]}`);
  const order = shuffled(
    Uint32Array.from(lines, (_, e) => e),
    sequence(streamKey(SEED, "lines")),
  );
  return `${order.map((e) => lines[e]).join("\n")}\n`;
}
