import { expect, test } from "vitest";
import { read, faults } from "../../support/shop.ts";

test("a range that a factorial design cannot step through is refused with the form that can", async () => {
  expect(await faults("model: shop\nnetwork: karate\nvary:\n  probability: 0..1\n")).toEqual([
    "sweep.yaml:4: factorial: probability: a range of real numbers requires a count here, as in probability=0..1/5",
  ]);
});

test("one at a time, the base is what is set, else the fallback, and others are compared with it", async () => {
  const { cells, baseline } = await read(`
model: shop
network: [karate, florentine]
design: one-at-a-time
set: {probability: 0.3, open: false}
vary:
  probability: [0.1, 0.5]
  weighting: [uniform, edge]
`);
  const base = { network: "karate", probability: 0.3, weighting: "uniform" };
  expect(cells.map(({ point }) => point)).toEqual([
    base,
    { ...base, probability: 0.1 },
    { ...base, probability: 0.5 },
    { ...base, weighting: "edge" },
    { ...base, network: "florentine" },
  ]);
  expect(cells.every(({ parameters }) => parameters.open === false)).toBe(true);
  expect(baseline).toEqual(base);
});

test("sampled designs have as many points as asked for, on every network", async () => {
  const head =
    "model: shop\nnetwork: [karate, florentine]\npoints: 8\nseed: 3\nvary: {probability: 0..1, seedCount: 1..4}\n";
  for (const design of ["latin-hypercube", "sobol"]) {
    const { cells } = await read(`${head}design: ${design}\n`);
    expect(cells).toHaveLength(16);
    const rest = cells.map(({ parameters }) => parameters);
    expect(rest.slice(8)).toEqual(rest.slice(0, 8));
    expect([1, 2, 3, 4].map((count) => rest.filter(({ seedCount }) => seedCount === count).length)).toEqual([
      4, 4, 4, 4,
    ]);
  }
});

test("the seed moves every sampled design", async () => {
  for (const design of ["latin-hypercube", "sobol", "crossed"]) {
    const head = `model: shop\nnetwork: karate\npoints: 4\nvary: {probability: 0..1, seedCount: [1, 2]}\ndesign: ${design}\n`;
    const [one, same, two] = await Promise.all([1, '"1"', 2].map((seed) => read(`${head}seed: ${seed}\n`)));
    expect(same.cells).toEqual(one.cells);
    expect(two.cells).not.toEqual(one.cells);
  }
});

test("crossed designs take levers from the model unless they are named", async () => {
  const head =
    "model: shop\nnetwork: karate\ndesign: crossed\npoints: 3\nvary: {probability: 0..1, seedCount: [1, 9]}\n";
  const { cells } = await read(`${head}baseline: {seedCount: 1}\n`);
  expect(cells.map(({ point }) => point.seedCount)).toEqual([1, 1, 1, 9, 9, 9]);
  expect(cells.slice(3).map(({ point }) => point.probability)).toEqual(
    cells.slice(0, 3).map(({ point }) => point.probability),
  );
  expect(await faults(`${head}levers: [probability, seedCount]\n`)).toEqual([
    "sweep.yaml:6: levers: a crossed design must vary a lever and an assumption, got no assumption",
  ]);
  expect(await faults(`${head}levers: [probabilty]\n`)).toEqual([
    "sweep.yaml:6: levers: probabilty is not varied; did you mean probability? known: probability, seedCount",
  ]);
});

test("points that a sample meets twice are run once, and counted", async () => {
  const { cells, merged } = await read(
    "model: shop\nnetwork: karate\ndesign: latin-hypercube\npoints: 10\nvary: {open: [true, false]}\n",
  );
  expect(cells).toHaveLength(2);
  expect(merged).toBe(8);
});

test("a baseline must be met by the design", async () => {
  const head = "model: shop\nnetwork: karate\nvary: {probability: [0.1, 0.2]}\n";
  expect(await faults(`${head}baseline: {probability: 0.3}\n`)).toEqual([
    'sweep.yaml:4: baseline: must be settings that points of the design hold, got {"probability":0.3}',
  ]);
  expect(await faults(`${head}baseline: {prob: 0.1}\n`)).toEqual([
    "sweep.yaml:4: baseline: prob is not varied; known: probability",
  ]);
});
