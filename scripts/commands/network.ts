import { type Command } from "commander";
import { wholeAtLeast } from "../cli/options.ts";

interface NetworkOptions {
  nodes?: string;
  seed: string;
  out?: string;
  json?: boolean;
}

export function addNetwork(program: Command): void {
  const group = program.command("network").description("reads, makes, converts and describes networks");
  common(
    group.command("info <network>").description("counts and structure of a file, a built-in or a generated network"),
  )
    .addHelpText("after", "\nExample: ovation network info 'friends.csv?directed=true'")
    .action(async (spec: string, options: NetworkOptions) => {
      const { networkInfo } = await import("../engine/network-info.ts");
      await networkInfo(spec, options);
    });
  common(
    group.command("make <network>").description("writes a generated network; the format follows the file's ending"),
  )
    .requiredOption("--out <file>", ".csv, .tsv, .gexf, .graphml, .gml, .net, .json or .parquet, also with .gz")
    .option("--world <number>", "which of the seed's networks", wholeAtLeast(0))
    .addHelpText("after", "\nExample: ovation network make barabasi-albert:nodes=1000,links=4 --out friends.csv")
    .action(async (spec: string, options: NetworkOptions & { out: string; world?: number }) => {
      const { writeNetworkFile } = await import("../engine/network-info.ts");
      await writeNetworkFile(spec, options.out, options);
    });
  common(
    group
      .command("convert <from> <to>")
      .description("reads a network and writes it in the format of the other file's ending"),
  )
    .addHelpText("after", "\nExample: ovation network convert friends.gexf friends.csv")
    .action(async (from: string, to: string, options: NetworkOptions) => {
      const { writeNetworkFile } = await import("../engine/network-info.ts");
      await writeNetworkFile(from, to, options);
    });
}

const common = (command: Command): Command =>
  command
    .option("--nodes <file>", "people with their attributes, by key (CSV)")
    .option("--seed <text>", "any text; the same seed makes the same network", "1")
    .option("--json", "one JSON document on standard output");
