import { command } from "../cli/command.ts";
import { file, list, network, text, whole } from "../cli/kinds.ts";
import { json, nodes, seed } from "../cli/options.ts";

const common = { nodes, seed: seed("any text; the same seed makes the same network"), json };

/** How files are read, from the choices themselves; they are loaded for this help alone. */
const notes = async (): Promise<string> => {
  const { CHOICES } = await import("../../models/networks/formats/choices.ts");
  const { aligned } = await import("../../models/studies/telling/text.ts");
  const rows = Object.entries(CHOICES).map(([name, choice]) => {
    const values = choice.kind === "flag" ? ["true", "false"] : choice.kind === "one" ? choice.values : ["…"];
    return [`  ?${name}=${values.join("|")}`, choice.about];
  });
  return `Choices that may follow the name of a file, joined by &:\n${aligned(rows)}`;
};

export const info = command({
  name: "network info",
  about: "counts and structure of a file, a built-in or a generated network",
  arguments: { network: network({ about: "a file, a built-in or a generator" }) },
  options: common,
  examples: ["network info 'friends.csv?directed=true'"],
  notes,
  async act({ network: spec, ...options }) {
    const { networkInfo } = await import("./network/network-info.ts");
    await networkInfo(spec, options);
  },
});

export const make = command({
  name: "network make",
  about: "writes a generated network; the format follows the file's ending",
  arguments: { network: network({ about: "a generator, a built-in or a file" }) },
  options: {
    ...common,
    out: file({
      required: true,
      about: ".csv, .tsv, .gexf, .graphml, .gml, .net, .json or .parquet, also with .gz",
    }),
    world: whole({ takes: "number", min: 0, about: "which of the seed's networks" }),
  },
  examples: ["network make barabasi-albert:nodes=1000,links=4 --out friends.csv"],
  async act({ network: spec, out, ...options }) {
    const { writeNetworkFile } = await import("./network/network-info.ts");
    await writeNetworkFile(spec, out, options);
  },
});

export const convert = command({
  name: "network convert",
  about: "reads a network and writes it in the format of the other file's ending",
  arguments: {
    from: network({ about: "a file, a built-in or a generator" }),
    to: file({ about: "the file to write" }),
  },
  options: {
    ...common,
    secret: text({
      about: "replaces each name by a keyed digest under this secret; ties and columns stay as they are",
    }),
  },
  examples: ["network convert friends.gexf friends.csv", "network convert friends.csv shared.csv --secret spring"],
  async act({ from, to, ...options }) {
    const { writeNetworkFile } = await import("./network/network-info.ts");
    await writeNetworkFile(from, to, options);
  },
});

export const rank = command({
  name: "network rank",
  about: "who is central: contacts, PageRank, betweenness, closeness, eigenvector, core and community of each person",
  arguments: { network: network({ about: "a file, a built-in or a generator" }) },
  options: {
    ...common,
    by: list({ takes: "measures", about: "which, as a,b,c; the first orders people (default: all, by contacts)" }),
    top: whole({ fallback: 10, takes: "number", min: 1, about: "how many people to list" }),
    out: file({ about: "writes everybody to .csv, .tsv or .parquet" }),
  },
  examples: ["network rank karate --by betweenness,contacts --top 5"],
  async act({ network: spec, ...options }) {
    const { networkRank } = await import("./network/network-rank.ts");
    await networkRank(spec, options);
  },
});
