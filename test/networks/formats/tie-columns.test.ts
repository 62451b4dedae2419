import { expect, test } from "vitest";
import { readNetwork, writeNetwork } from "../../../models/networks/formats/formats.ts";
import { joinPeople, readPeople } from "../../../models/networks/formats/table/people.ts";
import { edgesOf } from "../../../models/networks/formats/written.ts";
import { attributeOf } from "../../../models/networks/graphology.ts";
import { plainly } from "../../support/network-files.ts";

test("the sign of a tie and its time are columns of ties where asked", () => {
  const signed = readNetwork("source,target,weight\na,b,-2\nb,c,3\n", { name: "t.csv", negative: "keep" }).network;
  expect(Array.from(signed.out.targets, (_, e) => attributeOf(signed.tieColumns.sign, e))).toEqual([-1, -1, 1, 1]);
  const timed = readNetwork("a b 10\nb c 20\n", { name: "t.txt", time: "3", weight: "none" }).network;
  expect(Array.from(timed.out.targets, (_, e) => attributeOf(timed.tieColumns.time, e))).toEqual([10, 10, 20, 20]);
});

test.each(["csv", "json", "graphml", "gexf", "gml", "net"] as const)(
  "a sign that was kept comes back from .%s",
  (format) => {
    const { network } = readNetwork("source,target,weight\na,b,-2\nb,c,3\n", { name: "t.csv", negative: "keep" });
    const again = readNetwork(writeNetwork(network, format), { name: `t.${format}`, negative: "keep" }).network;
    expect(plainly(again)).toEqual(plainly(network));
    expect(again.tieColumns).toEqual(network.tieColumns);
    // Without the choice the tie is dropped with a word, as from any file.
    expect(readNetwork(writeNetwork(network, format), { name: `t.${format}` }).dropped.unusable).toBe(1);
  },
);

test("a join to people keeps what is known of ties", () => {
  const reading = readNetwork("source,target,weight\na,b,-2\nb,c,3\nc,x,1\n", { name: "t.csv", negative: "keep" });
  const joined = joinPeople(reading, readPeople("id\nc\nb\na\n", "p.csv")).network;
  const signs = [...edgesOf(joined)].map(([i, j, , e]) => [
    `${joined.keys.key(i)}-${joined.keys.key(j)}`,
    attributeOf(joined.tieColumns.sign, e),
  ]);
  expect(signs).toEqual([
    ["c-b", 1],
    ["b-a", -1],
  ]);
});
