import { hashKeys } from "../../../models/networks/formats/hashed-keys.ts";
import { describe } from "../../../models/networks/structure/describe.ts";
import { answer, answerJson, say } from "../../cli/output.ts";
import { significant } from "../../../models/studies/telling/numbers.ts";
import { aligned } from "../../../models/studies/telling/text.ts";
import { saveNetwork } from "../../disk/network-file.ts";
import { networkFrom } from "../../disk/network-source.ts";

interface InfoOptions {
  nodes?: string;
  seed: string;
  json?: boolean;
  world?: number;
  /** Names are replaced by digests under this. */
  secret?: string;
}

/** `network info`: what a network is, after repair, and what was dropped to repair it. */
export async function networkInfo(spec: string, { nodes, seed, json }: InfoOptions): Promise<void> {
  const { network, dropped, unusable, told } = await networkFrom(spec, { seed, nodes });
  const structure = describe(network, { seed });
  if (json) {
    answerJson({ ...structure, dropped: { ...dropped, reasons: unusable }, notes: told });
    return;
  }
  for (const sentence of told) say(sentence);
  const { estimated, errors, limits, ...facts } = structure;
  const rows = Object.entries(facts).map(([name, value]) => {
    if (!estimated.includes(name)) return [name, shown(value)];
    const doubt = name in errors ? `standard error ${shown(errors[name])}` : `from ${limits[name].join(" to ")}`;
    return [name, `${shown(value)}  (estimated, ${doubt})`];
  });
  const lost = Object.entries(dropped).map(([name, count]) => [`dropped ${name}`, String(count)]);
  answer(aligned([...rows, ...lost]));
}

const shown = (value: unknown): string => (typeof value === "number" ? significant(value, 6) : String(value));

/** Reads or makes a network and writes it. */
export async function writeNetworkFile(
  spec: string,
  out: string,
  { nodes, seed, json, world, secret }: InfoOptions,
): Promise<void> {
  const { network: open, told } = await networkFrom(spec, { seed, nodes, world });
  const network = secret === undefined ? open : await hashKeys(open, secret);
  const lost = await saveNetwork(network, out);
  for (const sentence of [...told, ...lost]) say(sentence);
  if (json) answerJson({ nodes: network.size, edges: network.edges, out });
  else answer(`${out}: ${network.size} nodes, ${network.edges} ${network.directed ? "arcs" : "edges"}`);
}
