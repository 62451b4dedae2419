import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseInstead, informationalCascade } from "../../../models/cascades/informational-cascade.ts";
import { start } from "../../../models/core/index.ts";
import { generate } from "../../../models/networks/specification.ts";
import { band } from "../../support/bands.ts";
import { anyNetwork, complete, tiny } from "../../support/tiny.ts";
import { worlds } from "../../support/worlds.ts";
import { anyJob } from "../../support/herd-jobs.ts";

const strangers = (people: number) => generate(`erdos-renyi:nodes=${people},degree=0`, 1);

test("where everybody is a neighbour, neighbours see what everyone sees", () => {
  fc.assert(
    fc.property(anyJob, fc.integer({ min: 1, max: 12 }), fc.string(), (job, people, seed) => {
      const all = worlds(informationalCascade, complete(people), job, 3, { seed });
      expect(worlds(informationalCascade, complete(people), { ...job, visibility: "neighbours" }, 3, { seed })).toEqual(
        all,
      );
    }),
    { numRuns: 150 },
  );
});

test("who sees nobody follows its own signal, in any network", () => {
  fc.assert(
    fc.property(anyNetwork, anyJob, fc.string(), (network, job, seed) => {
      const world = start(informationalCascade, network, {
        parameters: { ...job, release: 0, visibility: "neighbours" },
        seed,
      });
      const alone = start(informationalCascade, network, { parameters: { ...job, release: 0, followOwn: 1 }, seed });
      while (world.step());
      while (alone.step());
      for (const i of network.nodes)
        if (network.in.degree(i) === 0) expect(world.state.option[i]).toBe(alone.state.option[i]);
    }),
  );
});

test("public signals are for all, seen or unseen: enough of them settle any choice", () => {
  for (let world = 0; world < 60; world++) {
    const { state, step } = start(informationalCascade, strangers(12), {
      parameters: { visibility: "neighbours", release: 0.7 },
      world,
    });
    while (step());
    let heard = 0;
    state.news.forEach((news, i) => {
      heard += news;
      if (Math.abs(heard) > 2) expect(state.option[i]).toBe(heard > 0 ? 1 : 0);
    });
  }
});

test("where each sees only the one before, adopters give in one by one: 1 − (1 − p)^k choose option 1, whichever is right", () => {
  // By hand: signal 1 chooses 1; signal 0 ties with a 1 before and adopts it. 2,000 worlds, false alarm 1e-6.
  const line = tiny(
    5,
    [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ],
    true,
  );
  for (const [truth, p] of [
    ["1", 0.6],
    ["0", 0.4],
  ] as const) {
    const ones = new Float64Array(5);
    for (let world = 0; world < 2_000; world++) {
      const { state, step } = start(informationalCascade, line, {
        parameters: { visibility: "neighbours", tie: "adopt", accuracy: 0.6, truth },
        world,
      });
      while (step());
      state.option.forEach((option, k) => (ones[k] += option));
    }
    ones.forEach((hits, k) => {
      const [low, high] = band(2_000, 1 - (1 - p) ** (k + 1), 1e-6);
      expect(hits).toBeGreaterThanOrEqual(low);
      expect(hits).toBeLessThanOrEqual(high);
    });
  }
});

test("with two in-neighbours who agree a person joins them, whatever its signal", () => {
  const watched = tiny(
    3,
    [
      [0, 2],
      [1, 2],
    ],
    true,
  );
  for (let world = 0; world < 100; world++) {
    const { state, step } = start(informationalCascade, watched, {
      parameters: { visibility: "neighbours", tie: "own" },
      world,
    });
    while (step());
    if (state.option[0] === state.option[1]) expect(state.option[2]).toBe(state.option[0]);
  }
});

test("who is made to choose against its in-neighbours is read as they are", () => {
  // 0 and 1 act for 2; 3 sees 2 alone and takes its choice for a signal.
  const network = tiny(
    4,
    [
      [0, 2],
      [1, 2],
      [2, 3],
    ],
    true,
  );
  const going = start(informationalCascade, network, {
    parameters: { visibility: "neighbours", tie: "own", accuracy: 1, truth: "1" },
  });
  going.step();
  going.step();
  chooseInstead(going, 0);
  expect([...going.state.evidence]).toEqual([2, 2, 2, 0]); // two signals for 1, one against
});
