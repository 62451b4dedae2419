import { type Brief } from "../../models/studies/brief/brief.ts";
import { adviceOf } from "../../models/studies/compare/advice.ts";
import { type Decision } from "../../models/studies/compare/decision.ts";
import { linesBetween, measuresOf, pairOf } from "../../models/studies/compare/measures.ts";

/** A decision between arms whose worth in each world is given, as far as sentences on the advice read it. */
export function decision(rule: Brief["decide"], arms: Record<string, number[]>): Decision {
  const names = Object.keys(arms);
  const npv = Object.values(arms).map((values) => Float64Array.from(values));
  const measures = npv.map((values) =>
    measuresOf((name) => (name === "npv" ? values : new Float64Array(values.length))),
  );
  const pairs = names.flatMap((a, i) =>
    names.slice(i + 1).map((b, k) => ({
      ...pairOf(a, b, npv[i], npv[i + 1 + k]),
      lines: linesBetween(
        () => npv[i],
        () => npv[i + 1 + k],
      ),
    })),
  );
  return {
    currency: "EUR",
    unit: "week",
    horizon: 104,
    worlds: npv[0].length,
    arms: names.map((name, at) => ({ name, ...measures[at] })),
    pairs,
    advice: adviceOf(rule, names, measures, npv),
    nobody: [],
  } as unknown as Decision;
}
