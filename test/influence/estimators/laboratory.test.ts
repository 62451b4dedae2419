import { expect, test } from "vitest";
import { type Condition, conditions, directed, findingsOf, FRIENDS, type Score, scoresOf, studyOf } from "../../../models/influence/estimators/laboratory.ts";
import { generate } from "../../../models/networks/specification.ts";
import { band } from "../../support/bands.ts";

const friends = generate(FRIENDS, "test");
const network = directed(friends, "test");
const condition = (name: string): Condition => conditions.find((one) => one.name === name) as Condition;

function scores(name: string, worlds: number): Record<string, Score> {
  const found = Array.from({ length: worlds }, (_, world) => findingsOf(network, condition(name), "test", world));
  return Object.fromEntries(scoresOf(condition(name), found).map((score) => [score.estimator, score]));
}

test("every tie keeps one direction or both, each with a third of the chance", () => {
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
});

test("homophily alone fools the curve and the regression on friends' past; kinds, directions or a trial do not", () => {
  // 25 worlds; the unbiased lie within five standard errors of nothing, or of .01 where only nearly so.
  const found = scores("homophily", 25);
  for (const name of ["distance curve", "friends' past"]) expect(found[name]).toMatchObject({ fooled: true, coverage: 0 });
  for (const name of ["permutation within blocks", "matched pairs", "directional ties", "randomized encouragement"]) {
    expect(Math.abs(found[name].bias)).toBeLessThan(5 * found[name].stderr + 0.01);
    expect(found[name].fooled).toBe(false);
  }
});

test("a shared place fools whoever adjusts for kinds alone; the trial it does not", () => {
  const found = scores("context", 20);
  for (const name of ["distance curve", "permutation within blocks", "friends' past", "matched pairs"]) expect(found[name].fooled).toBe(true);
  const trial = found["randomized encouragement"];
  expect(Math.abs(trial.bias)).toBeLessThan(5 * trial.stderr);
});

test("where copying is all there is every slope is right on average", () => {
  const found = scores("contagion", 20);
  for (const score of Object.values(found)) {
    expect(score.truth).toBe(score.target === "slope" ? 0.15 : score.truth);
    expect(Math.abs(score.bias)).toBeLessThan(5 * score.stderr + 0.005);
  }
});

test("a world's findings are the same when asked again, and a study leaves its panel before the trial", () => {
  expect(findingsOf(network, condition("mixture"), "again", 3)).toEqual(findingsOf(network, condition("mixture"), "again", 3));
  const { panel, trial } = studyOf(network, condition("mixture"), "again", 3);
  expect(panel.length).toBe(8);
  expect(trial.after.every((has, i) => has >= trial.drawn[i])).toBe(true);
  const drawn = trial.drawn.reduce((sum, is) => sum + is, 0);
  expect(drawn).toBeGreaterThanOrEqual(band(1000, 0.5)[0]);
  expect(drawn).toBeLessThanOrEqual(band(1000, 0.5)[1]);
});
