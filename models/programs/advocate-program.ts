import { advocacyMeasures } from "./advocacy/measures.ts";
import { advocacyParameters } from "./advocacy/parameters.ts";
import { closeCycle } from "./advocacy/cycle.ts";
import { develop } from "./advocacy/development.ts";
import { queueUp, recruit, settleRoles } from "./advocacy/recruiting.ts";
import { CYCLE, scheduleFaults, spendAt } from "./advocacy/schedule.ts";
import { creditJoining } from "./advocacy/score.ts";
import { advocacyState, advocacyStreams } from "./advocacy/state.ts";
import { actsOf, answersOf, putToWork } from "./advocacy/work.ts";
import { bookRunning } from "./costs.ts";
import { isEndless, slowestLeaving } from "../market/week.ts";
import { inMarket } from "./in-market.ts";
import { enrolParameters, enrolTakes } from "./members/enrol.ts";
import { defineProgram } from "./program.ts";

/**
 * Advocates in the market, managed for good: found by a noisy signal, recruited, briefed, coached, paid or
 * praised by a score every four weeks, audited and let go. They talk, post, tire, burn out and return, and
 * answer customers' questions before the firm does.
 *
 * What turns each mechanism off: `signalNoise`, `samples`, `boost`, `clutter`, `answers`, `pay`,
 * `crowding`, `erosion`, `seekers`, `scoreNoise`, `recognition`, `letGo`, `coaching`, `persuasion`,
 * `tiring`, `burnOut`, `falseAlarms`, `walkOut` or `solidarity` 0, `replacing` false, no `schedule`. With `samples`,
 * `boost`, `answers` and `falseAlarms` 0 the market runs as if there were no program, bit for bit.
 */
export const advocate = defineProgram({
  name: "advocate",
  about: "Advocates are found, coached, rewarded and audited; they talk, post, answer questions and burn out.",
  source:
    "Ovation; crowding out: Deci, Koestner & Ryan 1999, Psychological Bulletin 125:627; Gneezy & Rustichini 2000, QJE 115:791",
  parameters: { ...enrolParameters, ...advocacyParameters },
  state: advocacyState,
  streams: advocacyStreams,
  takes: { ...enrolTakes, recruiting: [...enrolTakes.recruiting, "signalNoise"] },
  defaultNetwork: "power-law-cluster:nodes=500,links=13,triangle=0.3",
  check({ parameters }) {
    const faults = scheduleFaults(parameters);
    if (parameters.scoring === "value" && isEndless(slowestLeaving(parameters), parameters.discount))
      faults.push(
        "scoring=value must have a discount above 0, or a leaving above 0 in every segment: who never leaves is worth infinitely much",
      );
    return faults;
  },
  setup: queueUp,
  plays(market) {
    const { parameters } = market;
    const spend = spendAt(parameters.schedule, market.week);
    let told: ReadonlyMap<number, readonly number[]>;
    return {
      before() {
        if (spend !== null && market.week % CYCLE === 0) recruit(market);
        settleRoles(market);
        putToWork(market, spend !== null);
        if (parameters.runningCost > 0) bookRunning(market, parameters.runningCost);
      },
      talked: () => void (told = actsOf(market)),
      joined: (i) => creditJoining(market, i, told),
      answers: () => answersOf(market),
      after() {
        develop(market, spend !== null);
        const ends = market.week % CYCLE === CYCLE - 1 || market.week === parameters.horizon - 1;
        if (spend !== null && ends) closeCycle(market, spend);
      },
    };
  },
  clutter: ({ clutter }) => clutter,
  budget: "schedule",
  measures: advocacyMeasures(),
});

export const advocateProgram = inMarket(advocate);
