import { expect, test } from "vitest";
import { joinPeople, namePeople, readPeople } from "../../../../models/networks/formats/table/people.ts";
import { checked, plainly, reading, refusal, ties } from "../../../support/network-files.ts";
import { path4 } from "../../../support/tiny.ts";

const table = (text: string): ReturnType<typeof readPeople> => readPeople(text, "people.csv");

test("a table is keyed by its column id, key or name, else by its first; the rest are columns", () => {
  const people = table('age,id,town,code,seen\n41,ann,"Ulm, old",007,NA\n,bob,Bonn,12,\n');
  expect(people.texts).toEqual(["ann", "bob"]);
  const { network } = joinPeople(reading("ann,bob", "csv"), people);
  expect(plainly(network).attributes).toEqual({
    age: [41, undefined],
    town: ["Ulm, old", "Bonn"],
    code: ["007", "12"],
    seen: [undefined, undefined],
  });
  expect(table("person;age\nann;1\n").texts).toEqual(["ann"]);
  expect(table("Name\nann\nbob\n").texts).toEqual(["ann", "bob"]);
});

test("people without ties stand alone, ties with strangers are dangling, the rows still add up", () => {
  const file = reading("source,target\na,b\nb,x\nx,y\na,a\nb,a\n", "csv");
  const joined = checked(joinPeople(file, table("id,age\nc,1\nb,2\na,3\n")));
  expect(plainly(joined.network)).toEqual({
    directed: false,
    keys: ["c", "b", "a"],
    edges: ['["a","b",1]'],
    attributes: { age: [1, 2, 3] },
  });
  expect([joined.rows, joined.dropped]).toEqual([5, { selfLoops: 1, duplicates: 1, dangling: 2, unusable: 0 }]);
  expect(joined.told.slice(-2)).toEqual([
    'dropped: 2 edges naming somebody who is not in the table of people, the first "b" to "x"',
    "1 of 3 people have no ties",
  ]);
});

test("weights, direction and the file's own columns stay; the table's columns win", () => {
  const file = reading(
    '{"directed":true,"nodes":[{"id":"a","age":1,"town":"Ulm"},{"id":"b","age":2}],"links":[{"source":"b","target":"a","weight":2.5}]}',
    "json",
  );
  const joined = joinPeople(file, table("id,age\na,10\nz,30\nb,20\n"));
  expect(ties(joined)).toEqual(["b-a:2.5"]);
  expect(plainly(joined.network).attributes).toEqual({ age: [10, 30, 20], town: ["Ulm", undefined, undefined] });
});

test("a generator's nodes take the names of people, if there are as many", () => {
  const named = namePeople(path4, table("id,age\nd,1\nc,2\nb,3\na,4\n"), "path:nodes=4");
  expect(plainly(named)).toEqual({
    directed: false,
    keys: ["d", "c", "b", "a"],
    edges: ['["a","b",1]', '["b","c",1]', '["c","d",1]'],
    attributes: { age: [1, 2, 3, 4] },
  });
  expect(refusal(() => namePeople(path4, table("id\na\n"), "path:nodes=4"))).toBe(
    "path:nodes=4: the network must have as many nodes as the table has people, 1, got 4",
  );
});

test.each<[string, string, string]>([
  ["a header alone", "id,age\n", ", line 1: a table of people must have a header and at least one person, got one row"],
  ["comments only", "# nobody\n", ": a table of people must have a header and at least one person, got comments only"],
  ["a person twice", "id,age\na,1\nb,2\na,3\n", ', line 4: each person must come once, got "a" again, first in line 2'],
  ["a column twice", "id,age,age\na,1,2\n", ', line 1: each column must have a name of its own, got "age" twice'],
  ["nothing", " \n", ": a network file must hold something, got an empty file"],
])("a table with %s is refused", (_, text, message) => {
  expect(refusal(() => table(text))).toBe(`people.csv${message}`);
});
