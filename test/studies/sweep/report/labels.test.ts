import { expect, test } from "vitest";
import { labels, networkNames } from "../../../../models/studies/sweep/report/labels.ts";
import { clean, shorten, words } from "../../../../models/studies/telling/text.ts";
import { arrange } from "../../../../models/studies/sweep/results.ts";
import { network, probability, sample } from "../../../support/results-sample.ts";

test("networks are named by what tells them apart", () => {
  const names = (...specs: string[]): string[] => [...networkNames(specs).values()];
  expect(names("karate", "ring:nodes=34,degree=4")).toEqual(["karate", "ring"]);
  expect(names("watts-strogatz:nodes=9,rewire=0.01", "watts-strogatz:nodes=9,rewire=1")).toEqual([
    "watts-strogatz rewire=0.01",
    "watts-strogatz rewire=1",
  ]);
  expect(names("a/b/people.csv?directed=true", "a/c/other.csv")).toEqual(["people.csv?directed=true", "other.csv"]);
});

test("networks that would get one name keep their own", () => {
  expect([...networkNames(["a/people.csv", "b/people.csv"]).values()]).toEqual(["a/people.csv", "b/people.csv"]);
});

test("no text holds what XML refuses", () => {
  expect(clean("a\u0000b\ud800c\uffffd\n\te")).toBe("a\ufffdb\ufffdc\ufffdd e");
  expect(clean("naïve 😀 <&>")).toBe("naïve 😀 <&>");
});

test("names become words and long texts lose their middle", () => {
  expect(words("seedCount")).toBe("seed count");
  expect(shorten("0123456789", 7)).toBe("0123…89");
  expect(shorten("😀😀😀😀😀", 4)).toBe("😀😀…😀");
  expect(shorten("short", 7)).toBe("short");
});

test("numbers on an axis have the digits that tell them apart", () => {
  const say = labels(arrange(sample([probability(0.1234567, 0.1234999, 0.5), network("karate")])));
  expect([0.1234567, 0.1234999, 0.5].map((value) => say.value("probability", value))).toEqual([
    "0.12346",
    "0.1235",
    "0.5",
  ]);
});
