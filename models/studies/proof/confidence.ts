import { find } from "../../catalog.ts";
import { finish, start } from "../../core/index.ts";
import { generate } from "../../networks/specification.ts";
import { momentsOf } from "../../statistics/index.ts";
import { sample } from "./sample.ts";
import { exactly, near, type Target, tex } from "./target.ts";

const section = 7;
const krause = "Hegselmann & Krause 2002";

/** Where the opinions of 101 end from an even spread, a camp each in order, and the steps taken. */
function camps(confidence: number): { at: number; size: number }[] {
  const world = start(find("bounded-confidence").model, generate("complete:nodes=101", 1), {
    parameters: { confidence },
  });
  finish(world, 1000);
  const found: { at: number; size: number }[] = [];
  for (const x of world.state.opinion.slice().sort()) {
    const last = found.at(-1);
    if (last && x - last.at < 1e-6) last.size++;
    else found.push({ at: x, size: 1 });
  }
  return found;
}
const crowd = (confidence: number, measure: string): number =>
  sample(
    { network: "complete:nodes=101", model: "bounded-confidence", parameters: { confidence }, worlds: 1, measure },
    "1",
  )[0];

const campsLaw = {
  formula: tex`\begin{aligned} x_i(0) &= \frac{i-1/2}{101} \\ x_i(t+1) &= \operatorname{mean}\{x_j(t) : \lvert x_j(t)-x_i(t)\rvert\le\varepsilon\} \end{aligned}`,
  symbols:
    "x: opinion of person i of 101, all at once; ε: confidence; camps are those who agree in the end; published counts",
};
const bounded: Target[] = [
  ...(
    [
      [0.0807, 5],
      [0.1003, 3],
      [0.1503, 3],
      [0.2003, 1],
      [0.2503, 1],
      [0.0507, 9],
      [0.0307, 13],
    ] as const
  ).map(([confidence, expected]) =>
    exactly(
      {
        section,
        target: `camps of 101 evenly spread at confidence ${confidence}`,
        ...campsLaw,
        source: krause,
        expected,
      },
      () => crowd(confidence, "clusters"),
    ),
  ),
  ...(
    [
      [0.0807, 13],
      [0.1203, 10],
      [0.1503, 9],
    ] as const
  ).map(([confidence, expected]) =>
    exactly(
      { section, target: `steps until rest at confidence ${confidence}`, ...campsLaw, source: krause, expected },
      () => crowd(confidence, "steps"),
    ),
  ),
  ...(
    [
      [0, 0.1286, 20],
      [1, 0.316, 18],
      [2, 0.5, 25],
    ] as const
  ).flatMap(([k, at, size]) => [
    exactly(
      {
        section,
        target: `place of camp ${k + 1} of 5 at confidence .0807`,
        ...campsLaw,
        source: krause,
        expected: at,
        digits: 4,
      },
      () => camps(0.0807)[k].at,
    ),
    exactly(
      {
        section,
        target: `size of camp ${k + 1} of 5 at confidence .0807`,
        ...campsLaw,
        source: krause,
        expected: size,
      },
      () => camps(0.0807)[k].size,
    ),
  ]),
];

const meetingLaw = {
  formula: tex`\begin{aligned} x_i,\,x_j &\leftarrow \frac{x_i+x_j}{2} \quad\text{if } \lvert x_i-x_j\rvert\le d \\ \text{large camps} &\approx \Bigl\lfloor\frac{1}{2d}\Bigr\rfloor \end{aligned}`,
  symbols: "x: opinions of two who meet, uniform on 0 to 1 at first; d: confidence; published rule",
};

/** Large: a twentieth of all customers or more. After 100 steps the large camps no longer change. */
const meetings: Target[] = (
  [
    [0.2, 2],
    [0.3, 1],
    [0.5, 1],
  ] as const
).map(([confidence, expected]) =>
  near(
    {
      section,
      target: `large camps of 1,000 who meet in pairs at confidence ${confidence}`,
      ...meetingLaw,
      source: "Deffuant et al. 2000",
      kind: "published",
      expected,
      allowed: 0.2,
      where: "over 10 worlds",
    },
    (seed) => {
      const parameters = { update: "deffuant", confidence, start: "uniform" };
      return momentsOf(
        sample(
          {
            network: "complete:nodes=1000",
            model: "bounded-confidence",
            parameters,
            worlds: 10,
            steps: 100,
            measure: "clusters",
          },
          seed,
        ),
      ).mean;
    },
  ),
);

/** Where those who heed only opinions near their own come to rest. */
export const confidenceTargets: readonly Target[] = [...bounded, ...meetings];
