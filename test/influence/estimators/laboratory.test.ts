import { expect, test } from "vitest";
import { type Condition } from "../../../models/influence/estimators/conditions.ts";
import {
  conditions,
  directed,
  findingsOf,
  type Score,
  scoresOf,
  studyOf,
  type WorldFindings,
} from "../../../models/influence/estimators/laboratory.ts";
import { generate } from "../../../models/networks/specification.ts";
import { momentsOf } from "../../../models/statistics/index.ts";
import { band } from "../../support/bands.ts";

const condition = (name: string): Condition => conditions.find((one) => one.name === name) as Condition;
const WORLDS = 16;
const found = new Map<string, WorldFindings[]>();

function worldsOf(name: string): WorldFindings[] {
  const worlds =
    found.get(name) ?? Array.from({ length: WORLDS }, (_, world) => findingsOf(condition(name), "test", world));
  found.set(name, worlds);
  return worlds;
}
const scores = (name: string): Record<string, Score> =>
  Object.fromEntries(scoresOf(condition(name), worldsOf(name)).map((score) => [score.estimator, score]));

test("every tie keeps one direction or both, each with a third of the chance", () => {
  const friends = generate("block:sizes=500+500,within=4.8,between=1.2", "test");
  const network = directed(friends, "test");
  const ways = [0, 0, 0];
  for (const i of friends.nodes) {
    for (let e = friends.out.offsets[i]; e < friends.out.offsets[i + 1]; e++) {
      const j = friends.out.targets[e];
      if (j < i) continue;
      const there = network.out.targets.subarray(network.out.offsets[i], network.out.offsets[i + 1]).includes(j);
      const back = network.in.targets.subarray(network.in.offsets[i], network.in.offsets[i + 1]).includes(j);
      expect(there || back).toBe(true);
      ways[there && back ? 0 : there ? 1 : 2]++;
    }
  }
  const [low, high] = band(friends.edges, 1 / 3);
  for (const count of ways) {
    expect(count).toBeGreaterThanOrEqual(low);
    expect(count).toBeLessThanOrEqual(high);
  }
  expect([...directed(friends, "test", 1).out.offsets]).not.toEqual([...network.out.offsets]);
});

test("the curve tells nothing of the four causes: 45, 20 and 9 % in each, none where there is no cause", () => {
  // 16 networks of 1,000: the claim of two points, and five of the errors these worlds themselves show.
  for (const { name } of conditions) {
    for (const [d, published] of [0.45, 0.2, 0.09].entries()) {
      const { mean, stderr } = momentsOf(worldsOf(name).map(({ curve }) => curve[d]));
      expect(Math.abs(mean - (name === "nothing" ? 0 : published))).toBeLessThan(5 * stderr + 0.02);
      expect(stderr).toBeLessThan(0.05);
    }
  }
});

test("copying makes a third of the mixture's excess, all of contagion's, and none of the others'", () => {
  const made = (name: string): { mean: number; stderr: number } =>
    momentsOf(worldsOf(name).map(({ curve, without }) => curve[0] - without));
  for (const [name, share] of [
    ["nothing", 0],
    ["homophily", 0],
    ["context", 0],
    ["a third each", 0.15],
    ["contagion", 0.45],
  ] as const) {
    const { mean, stderr } = made(name);
    expect(Math.abs(mean - share)).toBeLessThanOrEqual(share === 0 ? 0 : 5 * stderr + 0.02);
  }
});

test("homophily alone fools the curve and the regression on friends' past; kinds, directions or a trial do not", () => {
  // 16 worlds; the unbiased lie within five standard errors of nothing, or of .01 where only nearly so.
  const fares = scores("homophily");
  for (const name of ["distance curve", "friends' past"])
    expect(fares[name]).toMatchObject({ sure: WORLDS, covered: 0 });
  for (const name of ["permutation within blocks", "matched pairs", "directional ties", "randomized encouragement"]) {
    expect(Math.abs(fares[name].bias)).toBeLessThan(5 * fares[name].stderr + 0.01);
    expect(fares[name].sure).toBeLessThan(8);
  }
});

test("a shared place fools whoever adjusts for kinds alone; the trial it does not", () => {
  const fares = scores("context");
  for (const name of ["distance curve", "permutation within blocks", "friends' past", "matched pairs"])
    expect(fares[name].sure).toBeGreaterThan(13);
  const trial = fares["randomized encouragement"];
  expect(Math.abs(trial.bias)).toBeLessThan(5 * trial.stderr);
});

test("where copying is all there is every estimate is right on average", () => {
  for (const score of Object.values(scores("contagion"))) {
    if (score.target === "slope") expect(score.truth).toBeCloseTo(0.25 * 0.955, 12);
    expect(Math.abs(score.bias)).toBeLessThan(5 * score.stderr + 0.005);
  }
});

test("in the mixture the curve takes all for influence, three times too much", () => {
  const { truth, mean } = scores("a third each")["distance curve"];
  expect(mean / truth).toBeGreaterThan(2);
  expect(mean / truth).toBeLessThan(5);
});

test("scores count worlds by the error each estimate tells", () => {
  const world = (estimate: number, stderr: number): WorldFindings => ({
    findings: Array.from({ length: 6 }, () => ({ estimate, stderr })),
    curve: [0.5, 0, 0],
    without: 0.25,
  });
  const made = scoresOf(condition("a third each"), [
    world(0.25, 0.1),
    world(0.75, 0.1),
    world(0.3, 0.2),
    world(-0.1, 1),
  ]);
  // Of the excess, .25 is made; the slope's truth is .25 · .5.
  expect(made[0]).toMatchObject({ target: "excess", worlds: 4, truth: 0.25, covered: 3, sure: 2 });
  expect(made[0].bias).toBeCloseTo(0.05, 12);
  expect(made[2]).toMatchObject({ target: "slope", truth: 0.125, covered: 3, sure: 2 });
});

test("a world's findings are the same when asked again, and a study leaves its panel before the trial", () => {
  expect(findingsOf(condition("a third each"), "again", 3)).toEqual(findingsOf(condition("a third each"), "again", 3));
  const { panel, trial } = studyOf(condition("a third each"), "again", 3);
  expect(panel.length).toBe(8);
  expect(trial.after.every((has, i) => has >= trial.drawn[i])).toBe(true);
  const drawn = trial.drawn.reduce((sum, is) => sum + is, 0);
  expect(drawn).toBeGreaterThanOrEqual(band(1000, 0.5)[0]);
  expect(drawn).toBeLessThanOrEqual(band(1000, 0.5)[1]);
});
