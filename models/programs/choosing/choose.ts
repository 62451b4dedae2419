import { refuse } from "../../core/index.ts";
import { type Certificate } from "./guaranteed.ts";
import { costOf } from "./limits.ts";
import { type Means, type Method, methodNamed } from "./methods.ts";
import { asked, type Question } from "./question.ts";
import { type Choice } from "./ranking.ts";

export interface Chosen extends Choice {
  method: Method;
  /** Their total cost; 0 where nobody costs anything. */
  cost: number;
  certificate?: Certificate;
}

/**
 * Chooses advocates. The choice depends only on the question, the means and the seed. Throws one `RangeError` with all
 * faults of the question, or for means that the method needs and lacks.
 * @example
 * ```ts
 * import { generate } from "ovation/networks";
 * import { choose } from "ovation/programs";
 * const network = generate("karate", 1);
 * const { chosen } = choose("degree", { network, count: 2, seed: 1 });
 * console.log(chosen.map((i) => network.keys.key(i)).join(" ")); // 33 0
 * ```
 */
export function choose(method: Method, question: Question, means: Means = {}): Chosen {
  const { needs, choose: chosenBy } = methodNamed(method);
  const checked = asked(question);
  const given = { ...means, worth: question.worth };
  const lacking = needs.filter((need) => (given[need] ?? undefined) === undefined);
  refuse(lacking.map((need) => `choose: ${need} must be given for ${method}, got none`));
  const { certificate, ...choice } = chosenBy(checked, given);
  const cost = choice.chosen.reduce((sum, i) => sum + costOf(checked.limits, i), 0);
  return { method, ...choice, cost, ...(certificate && { certificate }) };
}
