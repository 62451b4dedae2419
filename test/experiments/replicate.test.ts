import { expect, test } from "vitest";
import { sequence, streamKey } from "../../models/core/index.ts";
import { looks, narrowEnough, replicate, type Runner } from "../../models/experiments/replicate.ts";
import { summarize } from "../../models/statistics/summary.ts";
import { band } from "../support/bands.ts";

/** World w of one column is `of(w)`; a second column counts worlds. */
const column =
  (of: (world: number) => number): Runner =>
  (from, to) => {
    const worlds = Float64Array.from({ length: to - from }, (_, k) => from + k);
    return Promise.resolve([worlds.map(of), worlds]);
  };

test("looks are fixed in advance: half as many again, up to the most", () => {
  expect(looks(100, 1000)).toEqual([100, 150, 225, 338, 507, 761, 1000]);
  expect(looks(500, 300)).toEqual([300]);
  expect(looks(2, 5)).toEqual([2, 3, 5]);
});

test("worlds are asked for once each, in order, until the interval is narrow enough", async () => {
  const asked: [number, number][] = [];
  const run = column((world) => (world % 2) + (world % 3));
  const found = await replicate((from, to) => (asked.push([from, to]), run(from, to)), { measure: 0, width: 0.12 });
  expect(asked).toEqual([
    [0, 100],
    [100, 150],
    [150, 225],
    [225, 338],
  ]);
  expect(found.looks).toEqual([100, 150, 225, 338]);
  expect([...found.columns[1]]).toEqual(Array.from({ length: 338 }, (_, world) => world));
  expect(found.summary).toEqual(summarize(found.columns[0]));
  expect(found.reached).toBe(true);
  expect(narrowEnough(summarize(found.columns[0].subarray(0, 225)), { width: 0.12 })).toBe(false);
});

test("a relative width is a share of the mean", async () => {
  const run = column((world) => -50 + 10 * (world % 5));
  const absolute = await replicate(run, { measure: 0, width: 1.5 });
  const relative = await replicate(run, { measure: 0, width: 0.05, relative: true });
  expect(absolute.summary.mean).toBeCloseTo(-30, 0);
  expect(relative.looks).toEqual(absolute.looks);
});

test("it stops at the most and says that it did not get there", async () => {
  const found = await replicate(
    column((world) => world),
    { measure: 0, width: 1, most: 200 },
  );
  expect(found).toMatchObject({ reached: false, looks: [100, 150, 200] });
});

test("a measure that does not vary needs one look, one that never exists all of them", async () => {
  expect(
    await replicate(
      column(() => 7),
      { measure: 0, width: 0.01 },
    ),
  ).toMatchObject({ reached: true, looks: [100] });
  expect(
    await replicate(
      column(() => 0.5),
      { measure: 0, width: 0.01 },
    ),
  ).toMatchObject({ reached: true, looks: [100] });
  expect(
    await replicate(
      column(() => NaN),
      { measure: 0, width: 1, most: 150 },
    ),
  ).toMatchObject({ reached: false, looks: [100, 150] });
});

test("a hundred worlds without an event do not prove that there is none", async () => {
  // Wilson's interval of 0 among n is 3.84 / (n + 3.84) wide: below 0.01 from 381 worlds on.
  expect(
    (
      await replicate(
        column(() => 0),
        { measure: 0, width: 0.01 },
      )
    ).looks.at(-1),
  ).toBe(507);
  expect(
    (
      await replicate(
        column(() => 1),
        { measure: 0, width: 0.01 },
      )
    ).looks.at(-1),
  ).toBe(507);
  expect(
    (
      await replicate(
        column(() => 0),
        { measure: 0, width: 0.1, relative: true, most: 300 },
      )
    ).reached,
  ).toBe(false);
});

test("intervals of jobs that stop when narrow enough hold nearly as often as they claim", async () => {
  // 3,000 jobs; uniform values stop at 100 or 150 worlds. Claimed 0.95; anything from 0.93 to 0.97 passes,
  // with room for chance at 1e-6; catches coverage below 0.90 with power above 0.99.
  const draws = sequence(streamKey(1, "coverage of stopped jobs"));
  let held = 0;
  let several = 0;
  for (let job = 0; job < 3000; job++) {
    const { summary, looks: taken } = await replicate(
      column(() => draws.uniform()),
      { measure: 0, width: 0.0568 },
    );
    if (summary.low <= 0.5 && 0.5 <= summary.high) held++;
    if (taken.length > 1) several++;
  }
  expect(several).toBeGreaterThan(1000);
  expect(several).toBeLessThan(2000);
  expect(held).toBeGreaterThanOrEqual(band(3000, 0.93, 1e-6)[0]);
  expect(held).toBeLessThanOrEqual(band(3000, 0.97, 1e-6)[1]);
});

test("rules that cannot be followed are refused, all faults at once", async () => {
  await expect(
    replicate(
      column(() => 1),
      { measure: 0, width: 0, first: 1, most: 2.5 },
    ),
  ).rejects.toThrow(
    [
      "replicate: width must be a real number above 0, got 0",
      "replicate: first must be a whole number of at least 2, got 1",
      "replicate: most must be a whole number of at least 2, got 2.5",
    ].join("\n"),
  );
});
