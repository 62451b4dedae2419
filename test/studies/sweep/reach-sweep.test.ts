import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { reachOf } from "../../../models/programs/sampling/expected-reach.ts";
import {
  COMMUNITIES,
  POPULATIONS,
  type SweptReach,
  sweptReach,
  VOCALPOINT,
} from "../../../models/studies/sweep/reach-sweep.ts";

/** By how many standard deviations the people counted at one tie are off. */
const off = ({ measured1, reach1, sd1 }: SweptReach): number => Math.abs(measured1 - reach1) / sd1;

test("a row counts the people of one drawn network beside what is expected of it", () => {
  // A hundredth of the claim; five standard deviations, false alarm 6e-7 each.
  for (const community of COMMUNITIES) {
    const circles = { customers: 150_000, members: 6000, contacts: 25, others: 5, community };
    const row = sweptReach(circles, "1");
    expect(row).toMatchObject({ customers: 150_000, community, arcs: 6000 * 25 + 144_000 * 5, ...reachOf(circles) });
    expect(off(row)).toBeLessThan(5);
    expect(Math.abs(row.measured2 / row.reach2 - 1)).toBeLessThan(0.01);
    expect(row.measured1 + row.measured2 + row.measured3).toBeLessThanOrEqual(144_000);
    expect(sweptReach(circles, "1")).toEqual(row);
  }
});

test("the sweep that is kept at full scale is of these networks, and its counts are as expected", () => {
  const file = new URL("../../../data/facts/vocalpoint-reach.json", import.meta.url);
  expect(existsSync(file)).toBe(true);
  const { rows, ...told } = JSON.parse(readFileSync(file, "utf8")) as { rows: SweptReach[] } & Record<string, unknown>;
  expect(told).toMatchObject({
    ...VOCALPOINT,
    command: "npm run -s full-scale -- --reach --out data/facts/vocalpoint-reach.json",
    seed: "1",
  });
  expect(rows.map(({ customers, community }) => [customers, community])).toEqual(
    POPULATIONS.flatMap((customers) => COMMUNITIES.map((community) => [customers, community])),
  );
  for (const row of rows) {
    expect(row).toMatchObject(reachOf({ ...VOCALPOINT, customers: row.customers, community: row.community }));
    expect(off(row)).toBeLessThan(5); // 15 rows, false alarm 9e-6 in all; the networks are those of the seed
    expect(Math.abs(row.measured2 / row.reach2 - 1)).toBeLessThan(0.001);
    expect(row.measured1).toBeLessThan(row.claim);
  }
});
