import { measureNames, resolve, simulator } from "../../core/index.ts";
import { find } from "../../catalog.ts";
import { generate } from "../../networks/specification.ts";
import { type Place, seventh, standardized } from "./seven-levels.ts";
import { holds, type Target, tex } from "./target.ts";

const section = 6;
const source = "Goldenberg, Libai & Muller 2001";
const { model } = find("strong-and-weak-ties");

/** The published design: seven levels of each of five parameters, 7⁵ settings. */
const ranges = [
  ["strong", 5, 29],
  ["weak", 5, 29],
  ["strongEffect", 0.01, 0.07],
  ["weakEffect", 0.005, 0.015],
  ["advertising", 0.0005, 0.01],
] as const;
type Name = (typeof ranges)[number][0];

const parametersAt = (place: Place): Record<string, number> =>
  Object.fromEntries(ranges.map(([name, low, high], k) => [name, low + ((high - low) * place[k]) / 6]));

type Milestone = "to16" | "to95";
type Weights = Record<Milestone, Record<Name, number>>;
const regressed = new Map<string, Weights>();

/**
 * One world of about 400 customers at each setting of the fraction; each milestone regressed on the five parameters.
 */
function regression(seed: string): Weights {
  const known = regressed.get(seed);
  if (known) return known;
  const places = seventh();
  const out = new Float64Array(measureNames(model).length);
  const times: Record<Milestone, number[]> = { to16: [], to95: [] };
  for (const place of places) {
    const parameters = { ...parametersAt(place), people: 400 };
    const network = generate(model.defaultNetwork?.(resolve(model.name, model.parameters, parameters)) ?? "", seed);
    simulator(model, network, { parameters, seed })(0, out);
    for (const milestone of ["to16", "to95"] as const)
      times[milestone].push(out[measureNames(model).indexOf(milestone)]);
  }
  const named = (values: readonly number[]): Record<Name, number> =>
    Object.fromEntries(ranges.map(([name], k) => [name, standardized(places, values)[k]])) as Record<Name, number>;
  const weights = { to16: named(times.to16), to95: named(times.to95) };
  regressed.set(seed, weights);
  return weights;
}

const symbols =
  "P: chance a period of being informed; α: advertising; s, w: strong and weak contacts, β: their effects; j, m: the informed among the weak and the strong; T: period by which 16 or 95 % are informed, X the five parameters, both in standard deviations; 343 of the 16,807 settings, every three parameters at all 343 of their settings";
const law = tex`P &= 1-(1-\alpha)(1-\beta_w)^{\,j}(1-\beta_s)^{\,m} \\ T &= \textstyle\sum_k b_k X_k+\varepsilon`;

export const wordOfMouthTargets: readonly Target[] = [
  ...ranges.map(([name, low, high]) =>
    holds(
      {
        section,
        target: `more ${name} (${low} to ${high}) hastens both 16 and 95 %`,
        formula: tex`\begin{aligned} ${law} \\ b^{16} &< 0, \quad b^{95} < 0 \end{aligned}`,
        symbols,
        source,
      },
      (seed) => regression(seed).to16[name] < 0 && regression(seed).to95[name] < 0,
    ),
  ),
  holds(
    {
      section,
      target: "advertising matters early: it weighs more in the time to 16 % than in that to 95 %",
      formula: tex`\begin{aligned} ${law} \\ |b_\alpha^{95}| &< |b_\alpha^{16}| \end{aligned}`,
      symbols,
      source,
    },
    (seed) => {
      const { to16, to95 } = regression(seed);
      return Math.abs(to95.advertising) < Math.abs(to16.advertising);
    },
  ),
];
