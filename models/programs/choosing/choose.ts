import { unknownName } from "../../core/index.ts";
import { communities } from "../../networks/structure/communities.ts";
import { balanced } from "./balanced.ts";
import { greedy } from "./greedy.ts";
import { type Certificate, guaranteed } from "./guaranteed.ts";
import {
  acquaintances,
  bridges,
  experts,
  innermost,
  mostBetween,
  mostCited,
  mostContacts,
  mostValuable,
  random,
  selfSelected,
  susceptible,
} from "./heuristics.ts";
import { costOf } from "./limits.ts";
import { type Asked, asked, type Question } from "./question.ts";
import { type Choice } from "./ranking.ts";
import { type Spread } from "./spread.ts";

/** Ways to choose advocates, the first being what is done unless told. */
export const METHODS = [
  "guaranteed",
  "greedy",
  "random",
  "degree",
  "pagerank",
  "betweenness",
  "k-core",
  "communities",
  "value",
  "self-selected",
  "acquaintance",
  "expert",
  "susceptible",
  "bridges",
] as const;
export type Method = (typeof METHODS)[number];

/** What some of the methods need beside the question. */
export interface Means {
  /** The law of passing on; for greedy and guaranteed. */
  spread?: Spread | null;
  /** For guaranteed: how much the share may fall short of 1 − 1/e, and the chance of error (1/n unless told). */
  epsilon?: number;
  failure?: number;
  /** For guaranteed: the least number of members of sets to choose by. */
  work?: number;
  /** For greedy: worlds in which candidates are tried. */
  worlds?: number;
  /** For self-selected: chance that a customer of average degree takes part, and how it rises with degree. */
  join?: number;
  rise?: number;
  /** For expert: how skilled each customer is, and the half-width of the error in seeing it. */
  skill?: ArrayLike<number>;
  noise?: number;
  /** For susceptible: how much persuasion each customer needs. */
  need?: ArrayLike<number>;
  /** For communities and bridges: the community of each customer; found by the Louvain method unless told. */
  communities?: ArrayLike<number>;
}

export interface Chosen extends Choice {
  method: Method;
  /** Together; 0 where nobody costs anything. */
  cost: number;
  certificate?: Certificate;
}

/**
 * Chooses advocates. A function of the question, the means and the seed alone. Throws one `RangeError`
 * with all faults of the question, or the first of the means.
 */
export function choose(method: Method, question: Question, means: Means = {}): Chosen {
  if (!METHODS.includes(method)) throw new RangeError(`choose: ${unknownName(method, "a method", METHODS)}`);
  const right = asked(question);
  const { certificate, ...choice } = byMethod(method, right, means);
  const cost = choice.chosen.reduce((sum, i) => sum + costOf(right.limits, i), 0);
  return { method, ...choice, cost, ...(certificate && { certificate }) };
}

function byMethod(method: Method, question: Asked, means: Means): Choice & { certificate?: Certificate } {
  const groups = (): ArrayLike<number> =>
    means.communities ?? communities(question.network, { seed: question.seed }).of;
  switch (method) {
    case "guaranteed":
      return withCertificate(question, need(means.spread, method, "spread"), means);
    case "greedy":
      return greedy(question, need(means.spread, method, "spread"), means);
    case "random":
      return random(question);
    case "degree":
      return mostContacts(question);
    case "pagerank":
      return mostCited(question);
    case "betweenness":
      return mostBetween(question);
    case "k-core":
      return innermost(question);
    case "communities":
      return balanced(question, groups());
    case "value":
      return mostValuable(question, { worth: need(question.worth, method, "worth") });
    case "self-selected":
      return selfSelected(question, means);
    case "acquaintance":
      return acquaintances(question);
    case "expert":
      return experts(question, { skill: need(means.skill, method, "skill"), noise: means.noise });
    case "susceptible":
      return susceptible(question, { need: need(means.need, method, "need") });
    case "bridges":
      return bridges(question, groups());
  }
}

function need<T>(value: T | null | undefined, method: Method, name: string): T {
  if (value === null || value === undefined)
    throw new RangeError(`choose: ${name} must be given for ${method}, got none`);
  return value;
}

function withCertificate(
  question: Asked,
  spread: Spread,
  { epsilon = 0.1, failure = 1 / Math.max(2, question.network.size), work }: Means,
): Choice & { certificate: Certificate } {
  const { chosen, tied, certificate } = guaranteed({ ...question, spread, epsilon, failure, work });
  return { chosen, tied, notes: [], certificate };
}
