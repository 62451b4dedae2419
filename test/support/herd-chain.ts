export interface Herd {
  accuracy: number;
  people: number;
  tie: "coin" | "own" | "adopt";
  release?: number;
  followOwn?: number;
}

/**
 * The exact law of an informational cascade given that option 1 is right: the chance of every public
 * log-likelihood ratio after each person, observers updating it by Bayes' rule on real numbers. Knows
 * nothing of how the model counts. Accuracy must lie between one half and one.
 */
export function herdChain({
  accuracy: p,
  people,
  tie,
  release = 0,
  followOwn = 0,
}: Herd): Record<"up" | "down" | "none" | "wrong" | "started" | "everStarted", number> {
  const weight = Math.log(p / (1 - p));
  const same = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;
  /** Chance that a Bayesian chooses 1. */
  const chooses1 = (public_: number, signal: number): number => {
    const all = public_ + (signal === 1 ? weight : -weight);
    if (!same(all, 0)) return all > 0 ? 1 : 0;
    return tie === "coin" ? 0.5 : tie === "own" ? signal : 1;
  };
  const holds = (public_: number): number => {
    const [low, high] = [chooses1(public_, 0), chooses1(public_, 1)];
    return low === 1 ? 1 : high === 0 ? -1 : 0;
  };
  const update = (public_: number, act: number): number => {
    const chance = (signal: number): number => (act === 1 ? chooses1(public_, signal) : 1 - chooses1(public_, signal));
    const [if1, if0] = [p * chance(1) + (1 - p) * chance(0), (1 - p) * chance(1) + p * chance(0)];
    if (if1 === 0 && if0 === 0) return public_ + (act === 1 ? weight : -weight); // no Bayesian's choice
    return public_ + Math.log(if1 / if0);
  };
  type Law = Map<string, { at: number; begun: boolean; chance: number }>;
  const add = (law: Law, at: number, begun: boolean, chance: number): void => {
    if (chance === 0) return;
    const name = `${at.toFixed(9)} ${begun}`.replace("-0.000000000", "0.000000000");
    const found = law.get(name);
    if (found) found.chance += chance;
    else law.set(name, { at, begun, chance });
  };
  let law: Law = new Map([["start", { at: 0, begun: false, chance: 1 }]]);
  let wrong = 0;
  let started = 0;
  let everStarted = 0;
  for (let acted = 1; acted <= people; acted++) {
    const next: Law = new Map();
    for (const { at, begun, chance } of law.values()) {
      for (const [news, likely] of [
        [0, 1 - release],
        [weight, release * p],
        [-weight, release * (1 - p)],
      ]) {
        for (const signal of [0, 1]) {
          const bayes = chooses1(at + news, signal);
          const one = followOwn * signal + (1 - followOwn) * bayes;
          for (const act of [0, 1]) {
            const mass = chance * likely * (signal === 1 ? p : 1 - p) * (act === 1 ? one : 1 - one);
            if (mass === 0) continue;
            const to = update(at + news, act);
            if (act === 0) wrong += mass / people;
            const begins = !begun && holds(to) !== 0;
            if (begins) {
              started += mass * acted;
              everStarted += mass;
            }
            add(next, to, begun || begins, mass);
          }
        }
      }
    }
    law = next;
  }
  const share = (sign: number): number =>
    [...law.values()].reduce((sum, { at, chance }) => sum + (Math.sign(holds(at)) === sign ? chance : 0), 0);
  return { up: share(1), down: share(-1), none: share(0), wrong, started: started / everStarted, everStarted };
}
