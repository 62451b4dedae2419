import { unknownName } from "../../../models/core/index.ts";
import { fitAdoption, type FitMethod } from "../../../models/cascades/adoption-fit.ts";
import { answer, answerJson, say } from "../../cli/output.ts";
import { significant } from "../../../models/studies/telling/numbers.ts";
import { aligned } from "../../../models/studies/telling/text.ts";
import { seriesFrom } from "../../disk/series-source.ts";

export interface FitOptions {
  method: FitMethod;
  json?: boolean;
}

/** Models whose parameters can be estimated from data. */
const FITTED = ["bass"];

/** `fit`: estimates innovation, imitation and the size of the market from a series of adoptions. */
export async function fit(model: string, name: string, { method, json }: FitOptions): Promise<void> {
  if (!FITTED.includes(model)) throw new RangeError(`fit: ${unknownName(model, "a model that can be fitted", FITTED)}`);
  const series = await seriesFrom(name);
  const { estimates, loss, n } = fitAdoption(series.adoptions, method);
  if (json) {
    answerJson({ model, method, series: series.name, estimates, loss, n, notes: series.notes });
    return;
  }
  series.notes.forEach(say);
  const { innovation, imitation, market } = estimates;
  const rows = Object.entries(estimates).map(([name, { value, stderr, low, high }]) => [
    name,
    significant(value, 6),
    significant(stderr, 6),
    `${significant(low, 6)} to ${significant(high, 6)}`,
  ]);
  answer(
    `${model} (${method}) on ${series.name}: ${series.about}${series.unit ? `, ${series.unit}` : ""}, ${n} periods\n`,
  );
  answer(aligned([["", "estimate", "std. error", "95 % interval"], ...rows], [1, 2]));
  const far = series.adoptions.reduce((sum, value) => sum + value, 0) / market.value;
  answer(
    `\nloss ${significant(loss, 6)} (sum of squares).${speed(innovation.value, imitation.value)} The series has reached ${(100 * far).toFixed(0)} % of the estimated market.`,
  );
  if (innovation.low <= 0) answer("With this series, innovation cannot be distinguished from 0.");
}

/** When adoption is fastest: ln(q/p)/(p + q); nothing where that does not exist. */
function speed(p: number, q: number): string {
  if (p <= 0) return "";
  const peak = Math.log(q / p) / (p + q);
  return peak > 0 ? ` Adoption is fastest after ${peak.toFixed(1)} periods.` : " Adoption is fastest at the start.";
}
