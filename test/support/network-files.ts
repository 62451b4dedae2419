import fc from "fast-check";
import { type Network, textKeys } from "../../models/core/index.ts";
import { fromEdges } from "../../models/networks/edges.ts";
import { type Format, readNetwork, type ReadOptions } from "../../models/networks/formats/formats.ts";
import { type Reading } from "../../models/networks/formats/reading.ts";
import { attributeOf, columnOf } from "../../models/networks/graphology.ts";
import { edgesOf } from "../../models/networks/formats/written.ts";

/** A network as plain values: what two networks must share to be the same. */
export interface Plain {
  directed: boolean;
  keys: string[];
  edges: string[];
  attributes: Record<string, unknown[]>;
}

export function plainly(network: Network): Plain {
  const { keys, directed, nodes, attributes } = network;
  const edges = [...edgesOf(network)].map(([i, j, weight]) => {
    const ends = [keys.key(i), keys.key(j)];
    if (!directed) ends.sort();
    return JSON.stringify([...ends, weight ?? 1]);
  });
  return {
    directed,
    keys: Array.from(nodes, (i) => keys.key(i)),
    edges: edges.sort(),
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([title, column]) => [title, Array.from(nodes, (i) => attributeOf(column, i))]),
    ),
  };
}

/** Reads a small text and checks what every reading must keep: edges and what was dropped add up to the rows. */
export function reading(content: string | Uint8Array, format: Format, choices: Partial<ReadOptions> = {}): Reading {
  return checked(readNetwork(content, { format, name: `file.${format}`, ...choices }));
}

export function checked(read: Reading): Reading {
  const { network, dropped, rows } = read;
  const sum = network.edges + dropped.selfLoops + dropped.duplicates + dropped.dangling + dropped.unusable;
  if (sum !== rows) throw new Error(`${sum} edges kept and dropped, but ${rows} rows`);
  return read;
}

/** The edges as `a-b` or `a-b:weight`. */
export function ties({ network }: Reading): string[] {
  const { keys } = network;
  return [...edgesOf(network)].map(
    ([i, j, weight]) => `${keys.key(i)}-${keys.key(j)}${weight === null ? "" : `:${weight}`}`,
  );
}

/** What a reading refuses with. */
export function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** Names of every difficult kind; `unfit` leaves out what a format cannot hold. */
export const anyKey = (unfit = /[^\s\S]/): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.constantFrom(
        "7",
        "007",
        "a b",
        " a",
        "b ",
        'say "hi"',
        "a,b",
        "a;b",
        "a\tb",
        "a|b",
        "#a",
        "%a",
        "//a",
        "<b>&amp;",
        "ünïcødé",
        "日本",
        "😀",
        "NA",
        "-1",
        "source",
        "\\",
        "'",
        "line\nbreak",
        "line\r\nbreak",
        "__proto__",
        "&#65;",
        "{}",
        "*Arcs",
        "]]>",
      ),
      fc.string({ minLength: 1, maxLength: 6, unit: "grapheme" }),
      fc.nat(20).map(String),
    )
    .filter((key) => !unfit.test(key) && key !== "" && !/\p{Surrogate}/u.test(key));

/** Networks with difficult names, weights, both directions and, where wanted, columns. */
export function anyFiled({
  unfit,
  attributes = true,
  titles = anyKey(unfit),
}: { unfit?: RegExp; attributes?: boolean; titles?: fc.Arbitrary<string> } = {}): fc.Arbitrary<Network> {
  const keys = fc.oneof(
    fc.uniqueArray(anyKey(unfit), { minLength: 1, maxLength: 8 }),
    fc.integer({ min: 1, max: 8 }).map((size) => Array.from({ length: size }, (_, i) => String(i))),
  );
  const weight = fc.oneof(
    fc.constant(1),
    fc.double({ min: 1e-300, max: 1e300, noNaN: true }),
    fc.integer({ min: 1, max: 9 }),
  );
  const value = {
    number: fc.option(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
      { nil: undefined },
    ),
    text: fc.option(anyKey(unfit), { nil: undefined }),
  };
  return keys.chain((texts) => {
    const size = texts.length;
    const column = (kind: "number" | "text"): fc.Arbitrary<unknown[]> =>
      fc.array<unknown>(value[kind], { minLength: size, maxLength: size });
    const columns = attributes
      ? fc.dictionary(titles, fc.oneof(column("number"), column("text")), { maxKeys: 3 })
      : fc.constant({});
    return fc
      .record({
        directed: fc.boolean(),
        weighted: fc.boolean(),
        ends: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), weight), { maxLength: 16 }),
        columns,
      })
      .map(({ directed, weighted, ends, columns: given }) => {
        const plain = texts.every((key, i) => key === String(i));
        const kept = Object.entries<unknown[]>(given).filter(([title]) => title !== "__proto__");
        return fromEdges({
          size,
          directed,
          sources: Uint32Array.from(ends, ([i]) => i),
          targets: Uint32Array.from(ends, ([, j]) => j),
          weights: weighted ? Float64Array.from(ends, ([, , w]) => w) : null,
          keys: plain ? undefined : textKeys(texts),
          attributes: Object.fromEntries(kept.map(([title, cells]) => [title, columnOf(cells)])),
        }).network;
      });
  });
}
