import { type Parameters, real, refuse, resolve } from "../../core/index.ts";

/** A world whose causes are known, as parameters of `likeness`. */
export interface Condition {
  name: string;
  parameters: { contagion: number; homophily: number; context: number; prevalence: number; places: number };
  /** Specification of the network. */
  network: string;
  /** Steps until the observations no longer depend on the start; none are needed without copying. */
  before: number;
}

/**
 * A world without any cause, and four worlds with similar curves: about 45, 20 and 9 % at one, two and three
 * degrees.
 *
 * Homophily alone: each step along a tie keeps the kind with chance within/(within + between), so the excess is λ^d
 * with λ = (within − between)/(within + between), whatever the prevalence. λ = .4472 falls from .45 to .09 in two
 * steps. Eight in ten customers of one kind have the trait and none of the other, so that it changes over time.
 *
 * Context alone: the excess is context² times the share of pairs in the same place. With eleven customers per
 * place, on a network of four contacts each, this covers .45, .20 and .08 of the pairs at one, two and three steps.
 *
 * The mixture: kinds alone give .5² · .6 = .15 at one degree. Places of sixteen customers, at .47, add .15, because
 * they are drawn independently of kinds. Copying in the same worlds makes up the rest. Contagion, in the mixture
 * and alone, was found by search on other seeds than those of the tests. In the laboratory ties run in one
 * direction or both, so contagion alone needs .955 there and .965 where ties run in both directions.
 */
export function conditionsOf(customers: number): readonly Condition[] {
  const half = customers / 2;
  const places = (people: number): number => Math.round(customers / people);
  const kinds = (within: number, between: number): string =>
    `block:sizes=${half}+${half},within=${within},between=${between}`;
  const none = { contagion: 0, homophily: 0, context: 0, prevalence: 0.5, places: 1 };
  return [
    { name: "nothing", parameters: none, network: `regular:nodes=${customers},degree=3`, before: 0 },
    {
      name: "contagion",
      parameters: { ...none, contagion: 0.955 },
      network: `regular:nodes=${customers},degree=3`,
      before: 100,
    },
    {
      name: "homophily",
      parameters: { ...none, homophily: 1, prevalence: 0.4 },
      network: kinds(2.1708, 0.8292),
      before: 0,
    },
    {
      name: "context",
      parameters: { ...none, context: 1, prevalence: 0.4, places: places(11) },
      network: `regular:nodes=${customers},degree=4`,
      before: 0,
    },
    {
      name: "a third each",
      parameters: { contagion: 0.5, homophily: 0.5, context: 0.47, prevalence: 0.4, places: places(16) },
      network: kinds(2, 0.5),
      before: 40,
    },
  ];
}

/** The largest chance of copying. Near 1 nobody decides alone and a world never forgets its start. */
const MOST_COPYING = 0.96;

/** The causes that your own world may have. */
export const causes = {
  contagion: real(0, {
    min: 0,
    max: MOST_COPYING,
    about: "chance of copying a friend when reconsidering",
    lever: true,
  }),
  homophily: real(0, {
    min: 0,
    max: 1,
    about: "distance of the two kinds' chances from the mean, as a share of the mean",
    lever: true,
  }),
  context: real(0, {
    min: 0,
    max: 1,
    about: "distance of the places' chances from the mean, as a share of the mean",
    lever: true,
  }),
} satisfies Parameters;

/**
 * A world with any mixture of causes, on the network and with the prevalence and places of the mixture above.
 * Throws `RangeError` listing all faults.
 */
export function conditionOf(
  customers: number,
  given: { contagion?: number; homophily?: number; context?: number },
): Condition {
  const own = resolve("laboratory", causes, given);
  if (own.homophily + own.context > 1 + 1e-12)
    refuse([
      `laboratory: homophily + context must be at most 1, so that chances stay between 0 and 1, got ${own.homophily + own.context}`,
    ]);
  const conditions = conditionsOf(customers);
  const { parameters, network } = conditions[conditions.length - 1];
  return { name: "your own", parameters: { ...parameters, ...own }, network, before: own.contagion > 0 ? 100 : 0 };
}
