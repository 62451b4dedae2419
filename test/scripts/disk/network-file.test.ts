import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { formats } from "../../../models/networks/formats/formats.ts";
import { openNetwork, saveNetwork } from "../../../scripts/disk/network-file.ts";
import { choiceNames } from "../../../models/networks/formats/choices.ts";
import { fileAndChoices } from "../../../models/studies/asking/named-network.ts";
import { networkFrom } from "../../../scripts/disk/network-source.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { anyFiled, checked, plainly, ties } from "../../support/network-files.ts";
import { tiny } from "../../support/tiny.ts";

const people = tiny(
  5,
  [
    [0, 1, 2.5],
    [1, 2, 1],
    [3, 1, 7],
  ],
  true,
);
const write = (name: string, content: string | Uint8Array): string => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
};
const seed = 1;

test.each(formats.flatMap((format) => [format, `${format}.gz`]))(
  "what is saved as .%s is opened as the same network",
  async (ending) => {
    const path = join(temporaryFolder(), `people.${ending}`);
    await saveNetwork(people, path);
    expect(plainly((await openNetwork(path, { directed: true })).network)).toEqual(plainly(people));
    expect(readFileSync(path)[0] === 0x1f).toBe(ending.endsWith(".gz"));
  },
);

test("what is saved as .parquet is opened as the same network, direction and people without ties included", async () => {
  const path = join(temporaryFolder(), "it's.parquet");
  await fc.assert(
    fc.asyncProperty(anyFiled({ attributes: false }), async (network) => {
      await saveNetwork(network, path);
      const again = plainly(checked(await openNetwork(path)).network);
      expect({ ...again, keys: again.keys.toSorted() }).toEqual({
        ...plainly(network),
        keys: plainly(network).keys.toSorted(),
      });
    }),
    { numRuns: 15 },
  );
}, 60_000);

test("what is gzipped is known by its bytes, not its name", async () => {
  const plain = write("a.csv.gz", "a,b\n");
  const packed = write("b.csv", gzipSync("a,b\nb,c\n"));
  expect(ties(await openNetwork(plain))).toEqual(["a-b"]);
  expect(ties(await openNetwork(packed))).toEqual(["a-b", "b-c"]);
  const twice = write("c.csv", Buffer.concat([gzipSync("a,b\n"), gzipSync("b,c\n")]));
  expect(ties(await openNetwork(twice))).toEqual(["a-b", "b-c"]);
});

test("a gzipped file that breaks off or is damaged is refused by name", async () => {
  const whole = gzipSync(Array.from({ length: 5000 }, (_, k) => `${k},${k * 7919}\n`).join(""));
  const short = write("a.csv.gz", whole.subarray(0, whole.length / 2));
  await expect(openNetwork(short)).rejects.toThrow(
    `${short}: a gzipped file must be whole, got one that breaks off (fetch it again)`,
  );
  const bad = Uint8Array.from(whole);
  bad.fill(255, 100, 200);
  const damaged = write("b.csv.gz", bad);
  await expect(openNetwork(damaged)).rejects.toThrow(`${damaged}: a gzipped file must unpack, got damaged bytes`);
  const zipped = write("c.csv", Uint8Array.of(0x50, 0x4b, 3, 4, 0));
  await expect(openNetwork(zipped)).rejects.toThrow("a zip archive must unpack, got damaged bytes");
  const table = write("d.parquet", "a,b\n");
  await expect(openNetwork(table)).rejects.toThrow(`${table}: a .parquet file must hold a table, got`);
});

test("a missing file is refused with the nearest name there is; a folder is no file", async () => {
  const path = write("friends.csv", "a,b\n");
  await expect(openNetwork(path.replace("friends", "freinds"))).rejects.toThrow(
    `got none of that name; did you mean ${path}?`,
  );
  await expect(openNetwork(join(path, "..", "none", "a.csv"))).rejects.toThrow("the file must be there, got no folder");
  await expect(openNetwork(join(path, ".."))).rejects.toThrow("there must be a file, got a folder");
  await expect(networkFrom("karat", { seed })).rejects.toThrow(
    "network: karat is not a built-in network or a file; did you mean karate?",
  );
});

test("a network that cannot be written leaves the old file and nothing else", async () => {
  const path = write("people.net", "*Vertices 0\n");
  const folder = join(path, "..");
  const quoted = (await openNetwork(write("q.csv", '"a ""b""",c\n'))).network;
  await expect(saveNetwork(quoted, path)).rejects.toThrow(`${path}: a label in Pajek must hold no quotes`);
  expect([readdirSync(folder), readFileSync(path, "utf8")]).toEqual([["people.net"], "*Vertices 0\n"]);
  await expect(saveNetwork(people, join(folder, "none", "a.csv"))).rejects.toThrow(
    "the network could not be written: there is no folder",
  );
  mkdirSync(join(folder, "a.csv"));
  await expect(saveNetwork(people, join(folder, "a.csv"))).rejects.toThrow(
    "the network could not be written: it is a folder",
  );
  expect(await saveNetwork(people, join(folder, "b.csv"))).toEqual([
    ".csv does not keep direction: read it with ?directed=true",
  ]);
});

test("the same network gives the same bytes, packed too, and gzip itself reads them", async () => {
  const folder = temporaryFolder();
  for (const name of ["a.csv.gz", "b.csv.gz"]) await saveNetwork(people, join(folder, name));
  expect(readFileSync(join(folder, "a.csv.gz"))).toEqual(readFileSync(join(folder, "b.csv.gz")));
  expect(execFileSync("gzip", ["-dc", join(folder, "a.csv.gz")], { encoding: "utf8" })).toBe(
    gunzipSync(readFileSync(join(folder, "b.csv.gz"))).toString(),
  );
});

test("a specification is a path and choices; wrong ones are all named at once", async () => {
  expect(fileAndChoices("a b.csv?directed=true&reverse=false&relation=who%20asks&target=x+y", existsSync)).toEqual({
    path: "a b.csv",
    choices: { directed: true, reverse: false, relation: "who asks", target: "x+y" },
  });
  expect(fileAndChoices("a.csv", existsSync)).toEqual({ path: "a.csv", choices: {} });
  expect(() => fileAndChoices("a.csv?directd=true&reverse=yes&relation=", existsSync)).toThrow(
    "a.csv: directd is not a choice for a file; did you mean directed? known: " +
      `${choiceNames.join(", ")}\n` +
      "a.csv: reverse must be true or false, got yes\na.csv: relation must be given, as in ?relation=name, got nothing",
  );
  const path = write("a.csv", "a,b\nb,a\n");
  const read = await networkFrom(`${path}?directed=true&reverse=true`, { seed });
  expect([ties(read), read.rows, read.spec]).toEqual([["a-b", "b-a"], 2, `${path}?directed=true&reverse=true`]);
});

test("people come with a file's ties by key, or by themselves with a generator of as many nodes", async () => {
  const nodes = write("people.csv", "id,age\nann,41\nbob,17\ncy,30\n");
  const joined = checked(await networkFrom(write("ties.csv", "bob,cy\ncy,dee\n"), { seed, nodes }));
  expect(plainly(joined.network)).toEqual({
    directed: false,
    keys: ["ann", "bob", "cy"],
    edges: ['["bob","cy",1]'],
    attributes: { age: [41, 17, 30] },
  });
  const assumed = checked(await networkFrom("path:nodes=3", { seed, nodes }));
  expect([ties(assumed), assumed.rows]).toEqual([["ann-bob", "bob-cy"], 2]);
  expect(assumed.told).toEqual([`the ties are an assumption: path:nodes=3 among the people of ${nodes}`]);
  await expect(networkFrom("path:nodes=4", { seed, nodes })).rejects.toThrow(
    `path:nodes=4 with ${nodes}: the network must have as many nodes as the table has people, 3, got 4`,
  );
});

test("people are joined by the one column that has all names; of whom no two have a tie are refused, with the nearest column", async () => {
  const links = write("ties.csv", "bob,cy\ncy,ann\n");
  const nodes = write("people.csv", "id,who,age\n1,ann,41\n2,bob,17\n3,cy,30\n");
  const read = await networkFrom(links, { seed, nodes });
  expect([ties(read), read.told]).toEqual([
    ["ann-cy", "bob-cy"],
    ["people are joined to ties by their column who, for their keys are no names of ties"],
  ]);
  const others = write("others.csv", "id,who,age\n1,ann,41\n2,bob,17\n3,zoe,30\n");
  await expect(networkFrom(links, { seed, nodes: others })).rejects.toThrow(
    `${others}: people must have the keys of the ties, such as bob, got keys such as 1, of whom no two have a tie; column who has 2 of them (?key=who)`,
  );
  const few = write("few.csv", "id,age\nbob,17\nann,30\n"); // both are known, but not to each other
  await expect(networkFrom(links, { seed, nodes: few })).rejects.toThrow(
    /got keys such as bob, of whom no two have a tie$/,
  );
  const some = write("some.csv", "id\nbob\ncy\nzoe\n");
  expect((await networkFrom(links, { seed, nodes: some })).dropped.dangling).toBe(1); // what is told, is no refusal
});

test("a parquet table of another's making goes by the rules of every edge list", async () => {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const path = join(temporaryFolder(), "x.parquet");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(
    `COPY (SELECT * FROM (VALUES (1, 2, 0.5, 'asks'), (2, 1, 2.0, 'asks'), (1, 7, 1.0, 'tells')) t(follower, followee, weight, relation)) TO '${path}' (FORMAT parquet)`,
  );
  connection.closeSync();
  await expect(openNetwork(path)).rejects.toThrow("got 2 relations: asks (2 rows), tells (1 row)");
  expect(ties(checked(await openNetwork(path, { relation: "asks", directed: true })))).toEqual(["1-2:0.5", "2-1:2"]);
});

test("archives are read, one file of several by choice; one in another in another … is refused", async () => {
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  const one = write("one.zip", zipSync({ "a.csv": text("a,b\n"), "README.md": text("# data") }));
  expect((await openNetwork(one)).network.edges).toBe(1);
  const two = write("two.zip", zipSync({ "a.csv": text("a,b\n"), "b.csv": text("a,b\nb,c\n") }));
  await expect(openNetwork(two)).rejects.toThrow("one file must be chosen, as by ?part=a.csv");
  expect((await openNetwork(two, { part: "b.csv" })).network.edges).toBe(2);
  let nested = zipSync({ "a.csv": text("a,b\n") });
  for (let depth = 0; depth < 5; depth++) nested = zipSync({ "more.zip": nested });
  await expect(openNetwork(write("deep.zip", nested))).rejects.toThrow("archives must nest at most 3 deep");
});
