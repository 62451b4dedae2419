import { run, simulator } from "ovation";
import { generate } from "ovation/networks";
import { expect, test } from "vitest";
import { wordOfMouth } from "../word-of-mouth.ts";

const network = generate("watts-strogatz:nodes=60,degree=6,rewire=0.1", 1);

test("where everybody tells everybody, all of a connected network hear", () => {
  const { reach } = run(wordOfMouth, network, { parameters: { telling: 1 } });
  expect(reach[reach.length - 1]).toBe(network.size);
});

test("where nobody tells, only the first customers know", () => {
  const { reach, last } = run(wordOfMouth, network, { parameters: { telling: 0, first: 5 } });
  expect([...reach]).toEqual([5, 5]);
  expect(last[last.length - 1]).toBe(0);
});

test("telling more never reaches fewer, in any world", () => {
  const reachAt = (telling: number, world: number): number => {
    const measures = new Float64Array(2);
    simulator(wordOfMouth, network, { parameters: { telling } })(world, measures);
    return measures[0];
  };
  for (let world = 0; world < 50; world++) {
    const reach = [0.05, 0.1, 0.2, 0.4, 0.8].map((telling) => reachAt(telling, world));
    expect(reach).toEqual([...reach].sort((a, b) => a - b));
  }
});
