import { type Network, refuse, unknownName } from "../../../models/core/index.ts";
import { type Position, positions } from "../../../models/networks/structure/positions.ts";
import { significant } from "../../../models/studies/telling/numbers.ts";
import { aligned } from "../../../models/studies/telling/text.ts";
import { type FileColumn } from "../../../models/studies/work/columns.ts";
import { answer, answerJson, say } from "../../cli/output.ts";
import { networkFrom } from "../../disk/network-source.ts";
import { tableFaults, writeTable } from "../../disk/rows.ts";

export interface RankOptions {
  by?: readonly string[];
  top: number;
  out?: string;
  nodes?: string;
  seed: string;
  json?: boolean;
}
/** A position with its number for each person. */
interface Measured extends Position {
  values: ArrayLike<number>;
}

/** `network rank`: where people stand, the most central first; all of them where a file is written. */
export async function networkRank(spec: string, { by, top, out, nodes, seed, json }: RankOptions): Promise<void> {
  const wanted = wantedOf(by);
  if (out !== undefined) refuse(tableFaults("--out", out));
  const { network, told } = await networkFrom(spec, { seed, nodes });
  for (const sentence of told) say(sentence);
  const measured = wanted.flatMap((position) => valuesOf(position, network, seed, by !== undefined));
  const order = orderOf(network, measured);
  if (out !== undefined) {
    await writeTable(out, columnsOf(network, measured, order), network.size);
    say(`${out}: ${network.size} people, the most central by ${measured[0].name} first`);
  }
  const first = order.slice(0, top);
  if (json) {
    const people = first.map((i) => [["id", network.keys.key(i)], ...measured.map((one) => [one.name, one.values[i]])]);
    answerJson({
      nodes: network.size,
      by: measured[0].name,
      people: people.map((row) => Object.fromEntries(row) as object),
    });
    return;
  }
  const rows = first.map((i) => [network.keys.key(i), ...measured.map(({ values }) => significant(values[i], 4))]);
  const head = ["id", ...measured.map(({ name }) => name)];
  answer(aligned([head, ...rows], [...head.keys()].slice(1)));
}

/** The positions asked for, the one that orders people first; all of them unless named. */
function wantedOf(by: readonly string[] | undefined): readonly Position[] {
  if (by === undefined) return positions;
  const known = positions.map(({ name }) => name);
  refuse(
    by
      .filter((name) => !known.includes(name))
      .map((name) => `network rank: --by: ${unknownName(name, "a measure", known)}`),
  );
  return by.map((name) => positions[known.indexOf(name)]);
}

/**
 * A measure that a network is too large for, or does not have, is left out with a reason, unless it was asked for by
 * name.
 */
function valuesOf(position: Position, network: Network, seed: string, named: boolean): Measured[] {
  try {
    return [{ ...position, values: position.of(network, seed) }];
  } catch (error) {
    if (named || !(error instanceof RangeError)) throw error;
    say(`left out: ${error.message}`);
    return [];
  }
}

/** People by the first measure that orders them, the highest first; equal ones in the order of the network. */
function orderOf({ nodes }: Network, measured: readonly Measured[]): number[] {
  const values = measured.find(({ ordered }) => ordered)?.values;
  return values ? [...nodes].sort((i, j) => values[j] - values[i] || i - j) : [...nodes];
}

function columnsOf({ keys }: Network, measured: readonly Measured[], order: readonly number[]): FileColumn[] {
  return [
    { name: "id", type: "text", value: (row) => keys.key(order[row]) },
    ...measured.map(({ name, values }): FileColumn => ({ name, type: "number", value: (row) => values[order[row]] })),
  ];
}
