import { expect, test } from "vitest";
import { findings, sentence } from "../../../../models/studies/sweep/report/findings.ts";
import { arrange, type Results } from "../../../../models/studies/sweep/results.ts";
import { difference, network, probability, row, sample, seedCount } from "../../../support/results-sample.ts";

const claims = (results: Results, measure = "reach"): string[] =>
  findings(arrange(results))
    .filter((finding) => finding.measure === measure)
    .map((finding) => sentence(finding).replaceAll("\u00a0", " "));

test("the highest and the lowest setting are named with interval and worlds", () => {
  expect(claims(sample([probability(0.1, 0.2)]))).toEqual([
    "In this model, reach is highest at probability 0.2: 20.0 customers on average (95 % interval 19.0 to 21.0, 400 worlds). No other setting's interval overlaps it. Single worlds differ: nine in ten lie from 17 to 23 customers, and half are at or below 20.",
    "It is lowest at probability 0.1: 10.0 customers (95 % interval 9.0 to 11.0, 400 worlds). Single worlds differ: nine in ten lie from 7 to 13 customers, and half are at or below 10.",
  ]);
});

test("overlapping intervals leave the highest unsettled", () => {
  const [highest] = claims(sample([probability(0.1, 0.2)], { rows: [row(0, "reach", 19.5), row(1, "reach", 20)] }));
  expect(highest).toContain("The interval of 1 other setting overlaps it, so it is not settled which is highest.");
});

test("the largest clear paired difference of an axis is told in the same worlds", () => {
  const results = sample([probability(0.1, 0.2), network("karate", "ring:nodes=34")], {
    differences: [difference(2, 0, 3.6, 0.35), difference(3, 1, -1, 0.2), difference(1, 0, 0.1, 0.3)],
  });
  expect(claims(results).slice(2)).toEqual([
    "With ring rather than karate, no change in reach can be told from chance (95 % interval −0.2 to 0.4, 400 paired worlds). No interval extends beyond 0.4 customers in either direction.",
    "In the same worlds, with probability 0.2 rather than 0.1, reach is higher in 1 and lower in 1 of 2 settings; the largest difference is 3.6 customers higher, at karate (95 % interval 3.3 to 4.0, 400 paired worlds).",
  ]);
});

test("an interval that covers zero is never called higher or lower", () => {
  const results = sample([seedCount(1, 5, 9)], { differences: [difference(1, 0, 5, 5.1), difference(2, 0, 9, 9)] });
  expect(claims(results).slice(2).join(" ")).not.toMatch(/higher|lower/);
  expect(claims(results).slice(2).join(" ")).toContain("no change in reach can be told from chance");
});

test("settings whose interval covers zero are counted beside the clear ones", () => {
  const results = sample([probability(0.1, 0.2), seedCount(1, 5, 9)], {
    differences: [difference(3, 0, -9, 1), difference(4, 1, 1, 2), difference(5, 2, -4, 1)],
  });
  expect(claims(results).slice(2)).toEqual([
    "In the same worlds, with probability 0.2 rather than 0.1, reach is lower in 2 of 3 settings; the largest difference is 9.0 customers lower, at seed count 1 (95 % interval −10.0 to −8.0, 400 paired worlds). In 1 of the 3 it cannot be told apart from no difference: the 95 % interval covers 0.",
  ]);
});

test("many values of one axis share a sentence that names the largest difference", () => {
  const values = Array.from({ length: 9 }, (_, i) => i + 1);
  const results = sample([seedCount(...values)], {
    differences: values.slice(1).map((value, i) => difference(i + 1, 0, value, 0.5)),
  });
  expect(claims(results).slice(2)).toEqual([
    "In the same worlds, with another seed count, reach is higher in 8 of 8 settings; the largest difference is 9.0 customers higher, at seed count 9 rather than 1 (95 % interval 8.5 to 9.5, 400 paired worlds).",
  ]);
});

test("one setting, the same everywhere, one world and no number each have their own sentence", () => {
  expect(claims(sample([]))[0]).toMatch(
    /^In this model, reach is 10\.0 customers on average \(95 % interval 9\.0 to 11\.0, 400 worlds\)\./,
  );
  const same = sample([probability(0.1, 0.2)], { rows: [row(0, "reach", 34, 0), row(1, "reach", 34, 0)] });
  expect(claims(same)).toEqual(["In this model, mean reach is 34 customers at all 2 settings."]);
  expect(claims(sample([], { rows: [row(0, "reach", 34, 0)] }))[0]).toContain("(the same in all 400 worlds)");
  expect(claims(sample([], { rows: [row(0, "reach", 7, NaN, 1)] }))[0]).toContain(
    "reach is 7 customers on average (1 world, no interval)",
  );
  expect(claims(sample([], { rows: [row(0, "reach", NaN, NaN, 0)] }))).toEqual([]);
});

test("a share is said as a share", () => {
  const base = sample([], { rows: [row(0, "standing", 0.42, 0.01)] });
  const results = {
    ...base,
    model: { ...base.model, measures: { standing: { about: "on their feet", unit: "share" } } },
  };
  expect(claims(results, "standing")[0]).toMatch(/standing is a share of 0\.42\d? on average/);
});
