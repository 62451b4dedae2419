import { linear } from "../../statistics/linear.ts";
import { type Estimator, moments, shareOfFriends, type Study } from "./study.ts";

export const friendsPast: Estimator = {
  name: "friends' past",
  about: "regression of a person's trait on their own and their friends' trait one step earlier",
  target: "slope",
  source: "Christakis & Fowler 2007, NEJM 357:370; criticized by Lyons 2011, Statistics, Politics, and Policy 2:2",
  of(study) {
    const outcome: number[] = [];
    const causes: number[][] = [];
    for (const { i, t, share } of moments(study)) {
      outcome.push(study.panel[t + 1][i]);
      causes.push([1, study.panel[t][i], share]);
    }
    const { coefficients, covariance } = linear({ outcome, causes });
    return { estimate: coefficients[2], stderr: Math.sqrt(covariance[8]) };
  },
};

/** Fewer rows than this are too few for a separate regression. */
const LEAST_ROWS = 50;

/**
 * People I look to may influence me; people who only look to me may not. Likeness works in both directions. Sums
 * over the contacts of each direction, each minus its mean and divided by the number of influencers, enter the
 * regression together. Customers with the same number of influencers are analysed separately and the results
 * averaged by precision. Over all of them at once the two directions would have different weights, and homophily
 * would not cancel.
 */
export const directionalTies: Estimator = {
  name: "directional ties",
  about: "the same regression: people a person looks to, minus people who only look to the person",
  target: "slope",
  source: "Christakis & Fowler 2007, NEJM 357:370",
  of(study) {
    let weights = 0;
    let sum = 0;
    for (const { outcome, causes } of byInfluencers(study)) {
      if (outcome.length < LEAST_ROWS) continue;
      const { coefficients, covariance } = linear({ outcome, causes });
      const variance = covariance[2 * 5 + 2] + covariance[4 * 5 + 4] - 2 * covariance[2 * 5 + 4];
      if (!(variance > 0)) continue;
      weights += 1 / variance;
      sum += (coefficients[2] - coefficients[4]) / variance;
    }
    return { estimate: sum / weights, stderr: Math.sqrt(1 / weights) };
  },
};

function byInfluencers(study: Study): Iterable<{ outcome: number[]; causes: number[][] }> {
  const { network, panel } = study;
  const { in: into, out } = network;
  const centres = panel.map((has) => has.reduce((sum, is) => sum + is, 0) / has.length);
  const followed = new Uint32Array(network.size).fill(network.size);
  const groups = new Map<number, { outcome: number[]; causes: number[][] }>();
  for (const { i, t } of moments(study)) {
    const has = panel[t];
    const friends = into.degree(i);
    const group = groups.get(friends) ?? { outcome: [], causes: [] };
    groups.set(friends, group);
    let mutual = 0;
    let oneWay = 0;
    let back = 0;
    for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++) followed[out.targets[e]] = i;
    for (let e = into.offsets[i]; e < into.offsets[i + 1]; e++) {
      const j = into.targets[e];
      if (followed[j] === i) mutual += has[j] - centres[t];
      else oneWay += has[j] - centres[t];
    }
    for (let e = out.offsets[i]; e < out.offsets[i + 1]; e++) back += has[out.targets[e]] - centres[t];
    group.outcome.push(panel[t + 1][i]);
    group.causes.push([1, has[i], oneWay / friends, mutual / friends, (back - mutual) / friends]);
  }
  return groups.values();
}

/** Who is drawn is random, and friends who are drawn change only their friends' traits. */
export const encouragement: Estimator = {
  name: "randomized encouragement",
  about: "friends' trait as changed by a random draw of who takes it up",
  target: "slope",
  source: "Angrist, Imbens & Rubin 1996, JASA 91:444; Eckles, Kizilcec & Bakshy 2016, PNAS 113:7316",
  of({ network, trial: { drawn, after, later } }) {
    const outcome: number[] = [];
    const causes: number[][] = [];
    const instruments: number[][] = [];
    for (const i of network.nodes) {
      const share = shareOfFriends(network, i, after);
      if (Number.isNaN(share)) continue;
      outcome.push(later[i]);
      causes.push([1, after[i], share]);
      instruments.push([1, drawn[i], shareOfFriends(network, i, drawn)]);
    }
    const { coefficients, covariance } = linear({ outcome, causes, instruments });
    return { estimate: coefficients[2], stderr: Math.sqrt(covariance[8]) };
  },
};
