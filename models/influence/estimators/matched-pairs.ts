import { type Estimator, moments, type Study } from "./study.ts";

/**
 * Pairs customers with the same kind, step, number of friends and own trait: the one with the most friends who have
 * the trait with the one with the fewest, and so on inward, ties by index. The estimate is the difference in
 * outcome divided by the difference in share, over all pairs together.
 */
export const matchedPairs: Estimator = {
  name: "matched pairs",
  about: "compares customers of the same kind, number of friends and own trait who differ in their friends' trait",
  target: "slope",
  source: "Aral, Muchnik & Sundararajan 2009, PNAS 106:21544",
  of(study) {
    const pairs: { effect: number; dose: number }[] = [];
    for (const group of alike(study)) {
      group.sort((a, b) => a.share - b.share);
      for (let low = 0, high = group.length - 1; low < high; low++, high--) {
        const dose = group[high].share - group[low].share;
        if (dose > 0) pairs.push({ effect: group[high].next - group[low].next, dose });
      }
    }
    const doses = pairs.reduce((sum, { dose }) => sum + dose, 0);
    const estimate = pairs.reduce((sum, { effect }) => sum + effect, 0) / doses;
    const squares = pairs.reduce((sum, { effect, dose }) => sum + (effect - estimate * dose) ** 2, 0);
    return { estimate, stderr: Math.sqrt(squares) / doses };
  },
};

function alike(study: Study): { share: number; next: number }[][] {
  const { network, panel, kind } = study;
  const groups = new Map<string, { share: number; next: number }[]>();
  for (const { i, t, share } of moments(study)) {
    const name = `${t} ${kind[i]} ${panel[t][i]} ${network.in.degree(i)}`;
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push({ share, next: panel[t + 1][i] });
  }
  return [...groups.values()];
}
