import { sample } from "./sample.ts";
import { exactly, meanOf, type Target, tex } from "./target.ts";

const section = 10;
const advocates = (
  network: string,
  parameters: Record<string, unknown>,
  measure: string,
  worlds: number,
  seed: string,
): number[] => sample({ network, model: "advocate-program", parameters, worlds, measure }, seed);

/** Everybody is a customer for good, so that only members change. */
const settled = { customersAtStart: 1, leaving: 0, terminal: "none", rivalTrial: 0, advertising: 0, talk: 0 };

const skills: Target[] = [0.2, 0.5, 0.9].map((coaching) =>
  exactly(
    {
      section,
      target: `skill of members at rest, support ${coaching}`,
      formula: tex`\frac{g\,s}{g\,s+f(1-s)}`,
      symbols: "g: growth of skill with support, .2; f: loss without, .05; s: support",
      source: "fixed point of the weekly change",
      expected: (0.2 * coaching) / (0.2 * coaching + 0.05 * (1 - coaching)),
      digits: 5,
    },
    () =>
      advocates(
        "ring:nodes=50,degree=2",
        {
          ...settled,
          memberShare: 0.2,
          minimumContacts: 0,
          joining: 1,
          coaching,
          falseAlarms: 0,
          tiring: 0,
          horizon: 300,
        },
        "skill",
        1,
        "1",
      )[0],
  ),
);

const flags: Target[] = [
  { cheats: 0.2, printed: 0.7331 },
  { cheats: 0.02, printed: 0.1831 },
  { cheats: 0.1, printed: undefined },
].map(({ cheats, printed }) => {
  const hits = 0.05 ** 0.2;
  return meanOf(
    {
      section,
      target: `share of an audit's flags that are right, ${cheats} of members cheating, false alarms .05, θ .2`,
      formula: tex`\frac{\pi\varphi^{\theta}}{\pi\varphi^{\theta}+(1-\pi)\varphi}`,
      symbols: "π: share of cheats; φ: chance that an honest member is flagged; φ^θ: chance that a cheat is",
      source: "Bayes' rule",
      expected: printed ?? (cheats * hits) / (cheats * hits + (1 - cheats) * 0.05),
      error: printed ? 5e-5 : 0,
    },
    (seed) =>
      advocates(
        "ring:nodes=2000,degree=2",
        {
          ...settled,
          talk: 0.15,
          memberShare: 1,
          minimumContacts: 0,
          joining: 1,
          joiningSlope: 0,
          seekers: cheats,
          pull: 0,
          pay: 1,
          scoring: "volume",
          horizon: 4,
        },
        "rightFlags",
        30,
        seed,
      ),
  );
});

const sure = {
  ...settled,
  customersAtStart: 0,
  awareAtStart: 0,
  talk: 1,
  strong: 1,
  halfLife: 0,
  weighting: "equal",
  trial: 0,
  quality: 1,
  spread: 0,
  margin: 1,
  discount: 0,
  horizon: 5,
  use: 1,
  sampleCost: 0,
  clutter: 0,
  boost: 0,
  falseAlarms: 0,
  scoring: "volume",
};
const paths: Target[] = [
  { leftOut: [], expected: 21, told: "members at both ends of a path of five" },
  { leftOut: ["4"], expected: 15, told: "the same without one of them, whose credit is the difference of 6" },
].map(({ leftOut, expected, told }) =>
  exactly(
    {
      section,
      target: `value of ${told}, a customer`,
      formula: tex`\tfrac15\sum_{i}(5-T_i)`,
      symbols: "T: week in which customer i joins, a week later for each step from the nearest member",
      source: "worked by hand",
      expected: expected / 5,
    },
    () => advocates("path:nodes=5", { ...sure, members: ["0", "4"], leftOut }, "equity", 1, "1")[0],
  ),
);

/** Advocates: skill, audits, credit. */
export const advocateTargets: readonly Target[] = [...skills, ...flags, ...paths];
