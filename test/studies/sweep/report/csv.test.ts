import Papa from "papaparse";
import { expect, test } from "vitest";
import { summaryCsv } from "../../../../models/studies/sweep/report/csv.ts";
import { network, probability, reversed, row, sample } from "../../../support/results-sample.ts";

test("a line a point and measure, numbers at full precision, no number empty", () => {
  const results = sample([probability(0.1)], { rows: [{ ...row(0, "reach", 1 / 3, 0), sd: NaN }] });
  expect(summaryCsv(results).split("\n").slice(0, 2)).toEqual([
    "point,probability,measure,unit,n,missing,mean,sd,stderr,low,high,min,q05,median,q95,max",
    "0,0.1,reach,customers,400,0,0.3333333333333333,,0,0.3333333333333333,0.3333333333333333,0.3333333333333333,0.3333333333333333,0.3333333333333333,0.3333333333333333,0.3333333333333333",
  ]);
});

test("a CSV reader gets back whatever names hold", () => {
  const evil = 'block:sizes=5+5,within=2,"quoted"\r\nnext';
  const { data } = Papa.parse<Record<string, string>>(summaryCsv(sample([network(evil, "karate")])), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data).toHaveLength(4);
  expect(data[0].network).toBe(evil);
});

test("rows in another order give the same bytes, and an axis called as a statistic keeps apart", () => {
  const results = sample([{ name: "mean", about: "a parameter", values: [1, 2] }]);
  expect(summaryCsv(reversed(results))).toBe(summaryCsv(results));
  expect(summaryCsv(results)).toMatch(/^point,axis\.mean,measure/);
});
