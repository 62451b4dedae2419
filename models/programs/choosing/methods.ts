import { unknownName } from "../../core/index.ts";
import { communities } from "../../networks/structure/communities.ts";
import { balanced } from "./balanced.ts";
import { greedy } from "./greedy.ts";
import { type Certificate, guaranteed } from "./guaranteed.ts";
import * as heuristics from "./heuristics.ts";
import { type Asked } from "./question.ts";
import { type Choice } from "./ranking.ts";
import { type Spread } from "./spread.ts";

/** What some of the methods use in addition to the question. */
export interface Means {
  /** How it passes from customer to customer; for greedy and guaranteed. */
  spread?: Spread | null;
  /** For guaranteed: how far below 1 − 1/e the certified share may lie, and its error probability (1/n by default). */
  epsilon?: number;
  failure?: number;
  /** For guaranteed: the least number of members of sets to choose by. */
  work?: number;
  /** For greedy: worlds in which candidates are tried. */
  worlds?: number;
  /** For self-selected: chance that a customer of average degree takes part, and how steeply that rises with degree. */
  join?: number;
  rise?: number;
  /** For expert: how skilled each customer is, and the half-width of the error in seeing it. */
  skill?: ArrayLike<number>;
  noise?: number;
  /** For susceptible: how much persuasion each customer needs. */
  need?: ArrayLike<number>;
  /** For communities and bridges: the community of each customer; by default found by the Louvain method. */
  communities?: ArrayLike<number>;
}

/** The means, and what each customer is worth as the question says. */
type Given = Means & { worth?: ArrayLike<number> };

/** What a method can need. Some come from an attribute of the people. */
export type Need = "spread" | "worth" | "skill" | "need";

/** A way to choose advocates. */
export interface ChoosingMethod<N extends string = string> {
  name: N;
  /** Whom it chooses, as a phrase. */
  about: string;
  needs: readonly Need[];
  choose(question: Asked, means: Given): Choice & { certificate?: Certificate };
}

/** A method whose function gets all that it needs; `choose` refuses to call it otherwise. */
const method = <const N extends string, const K extends Need>(
  name: N,
  about: string,
  needs: readonly K[],
  choose: (
    question: Asked,
    means: Given & { [need in K]-?: NonNullable<Given[need]> },
  ) => Choice & { certificate?: Certificate },
): ChoosingMethod<N> => ({ name, about, needs, choose });

/** Every method; the first is the default. */
export const methods = [
  method("guaranteed", "the largest reach, certified against the best possible", ["spread"], (question, means) => {
    const { spread, epsilon = 0.1, failure = 1 / Math.max(2, question.network.size), work } = means;
    const { chosen, tied, certificate } = guaranteed({ ...question, spread, epsilon, failure, work });
    return { chosen, tied, notes: [], certificate };
  }),
  method("greedy", "one after the other, whoever adds most reach", ["spread"], (question, means) =>
    greedy(question, means.spread, means),
  ),
  method("random", "anyone", [], heuristics.random),
  method("degree", "most contacts", [], heuristics.mostContacts),
  method("pagerank", "highest PageRank", [], heuristics.mostCited),
  method("betweenness", "on most shortest paths", [], heuristics.mostBetween),
  method("k-core", "in the innermost core", [], heuristics.innermost),
  method("communities", "most contacts, spread over communities", [], (question, means) =>
    balanced(question, groupsOf(question, means)),
  ),
  method("value", "worth most", ["worth"], heuristics.mostValuable),
  method("self-selected", "volunteers, the most eager first", [], heuristics.selfSelected),
  method("acquaintance", "a random contact of a random customer", [], heuristics.acquaintances),
  method("expert", "most skilled", ["skill"], heuristics.experts),
  method("susceptible", "easiest to persuade", ["need"], heuristics.susceptible),
  method("bridges", "ties to most communities", [], (question, means) =>
    heuristics.bridges(question, groupsOf(question, means)),
  ),
];
export type Method = (typeof methods)[number]["name"];
export const METHODS: readonly Method[] = methods.map(({ name }) => name);

/** Throws `RangeError` with the nearest right name. */
export function methodNamed(name: Method): ChoosingMethod<Method> {
  const found = methods.find((one) => one.name === name);
  if (!found) throw new RangeError(`choose: ${unknownName(name, "a method", METHODS)}`);
  return found;
}

const groupsOf = ({ network, seed }: Asked, { communities: given }: Means): ArrayLike<number> =>
  given ?? communities(network, { seed }).of;
