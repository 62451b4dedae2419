import { choice, real, type Values, whole } from "../../models/core/index.ts";
import { counterparts, shared, type Point } from "../../models/experiments/index.ts";
import { paired, type Paired } from "../../models/statistics/index.ts";
import { advocateProgram } from "../../models/programs/advocate-program.ts";
import { sameBudget } from "../../models/programs/advocacy/schedule.ts";
import { seed, usually, worlds } from "../study/asked.ts";
import { type SweepDone, type SweepJob, type SweepPoint, sweepWork } from "../study/sweep.ts";
import { together, type Computation } from "../study/computation.ts";

const { pay, scoring, falseAlarms, crowding, attraction, drive, halfPay, seekers, pull, auditArea } = usually(
  advocateProgram.parameters,
  { pay: 5, falseAlarms: 0.003, crowding: 0.8, seekers: 0.1, auditArea: 0.1 },
);

/**
 * The fixed settings of the project's experiment data/experiments/paid-advocates.yaml: a year of one small market.
 */
const WEEKS = 52;
const HELD = {
  minimumContacts: 0,
  memberShare: 0.1,
  joining: 1,
  horizon: WEEKS,
  customersAtStart: 0.1,
  recognition: 0,
  erosion: 0,
};
/** The false alarms of the careless audit that the experiment also tries. */
const CARELESS = 0.03;

export const parameters = {
  pay: real(pay.fallback, { min: 0.1, max: 100, about: pay.about, unit: pay.unit, lever: true }),
  scoring: choice(scoring.options as ["value", "volume"], {
    about: `${scoring.about}; for the map and the advocate who is followed`,
    lever: true,
  }),
  falseAlarms: real(falseAlarms.fallback, {
    min: 0.0001,
    max: 0.3,
    about: falseAlarms.about,
    unit: falseAlarms.unit,
    lever: true,
  }),
  spend: whole(150, {
    min: 6,
    max: 3000,
    about: "what the program spends per week in every arm; pay comes first",
    unit: "money a week",
    lever: true,
  }),
  crowding,
  attraction,
  drive,
  halfPay,
  seekers,
  pull,
  auditArea,
  people: whole(300, { min: 50, max: 1000, about: "people in the market", unit: "people" }),
  seed: seed(),
  worlds: worlds(40, 1000),
  member: whole(1, {
    min: 1,
    max: 1000,
    about: "which advocate is followed, in the order in which they were recruited, from 1",
  }),
  world: whole(0, { min: 0, max: 999, about: "which world the advocate is followed in, from 0" }),
};
export type Settings = Values<typeof parameters>;

export const networkOf = ({ people }: Settings): string => `watts-strogatz:nodes=${people},degree=10,rewire=0.3`;

/** Two campaigns of twelve weeks, which together spend what an endless program spends in a year. */
export const CAMPAIGNS = [
  [0, 12],
  [28, 40],
] as const;
function schedulesOf({ spend }: Settings): [endless: string, campaigns: string] {
  const on = CAMPAIGNS.reduce((sum, [from, to]) => sum + to - from, 0);
  const rate = ((spend * WEEKS) / on).toFixed(6).replace(/\.?0+$/, "");
  const schedules: [string, string] = [
    `0-${WEEKS}:${spend}`,
    CAMPAIGNS.map(([from, to]) => `${from}-${to}:${rate}`).join("+"),
  ];
  sameBudget(schedules);
  return schedules;
}

/** The settings of every arm, except its schedule. */
const commonOf = ({
  attraction: added,
  drive: own,
  halfPay: half,
  seekers: come,
  pull: drawn,
  auditArea: area,
}: Settings): Record<string, unknown> => ({
  ...HELD,
  auditArea: area,
  seekers: come,
  attraction: added,
  drive: own,
  halfPay: half,
  pull: drawn,
});

/** The settings of every arm that spends all year. */
export const heldOf = (settings: Settings): Record<string, unknown> => ({
  ...commonOf(settings),
  schedule: schedulesOf(settings)[0],
});

const jobOf = (settings: Settings, vary: string[], set: Record<string, unknown> = {}): SweepJob => ({
  model: advocateProgram.name,
  networks: [networkOf(settings)],
  vary,
  set: { ...heldOf(settings), ...set },
  seed: settings.seed,
  worlds: settings.worlds,
});
const listOf = (...values: number[]): string => [...new Set(values)].sort((a, b) => a - b).join(",");
/** The experiment of the file. */
export const armsJob = (settings: Settings): SweepJob =>
  jobOf(settings, [
    "scoring=value,volume",
    `crowding=${listOf(0, settings.crowding)}`,
    `falseAlarms=${listOf(0, settings.falseAlarms, CARELESS)}`,
    `pay=${listOf(0, settings.pay)}`,
  ]);
export const mapJob = (settings: Settings): SweepJob =>
  jobOf(settings, ["crowding=0,0.4,0.8", `pay=${listOf(0, 2, settings.pay, 15, 40)}`], {
    scoring: settings.scoring,
    falseAlarms: 0,
  });
export const auditsJob = (settings: Settings): SweepJob =>
  jobOf(settings, [`falseAlarms=${listOf(0, 0.001, settings.falseAlarms, 0.01, CARELESS)}`], {
    scoring: "volume",
    pay: settings.pay,
    crowding: 0,
  });
export const schedulesJob = (settings: Settings): SweepJob => ({
  ...jobOf(settings, [`schedule=${schedulesOf(settings).join(",")}`]),
  set: { ...commonOf(settings), pay: 0, falseAlarms: 0 },
});

/** The difference between two arms in the same worlds, with the values of the first. */
export interface Against extends Paired {
  values: Point;
}
export interface Found {
  arms: SweepDone;
  map: SweepDone;
  audits: SweepDone;
  schedules: SweepDone;
}

/** The baseline of the experiment's arms. */
export const NEITHER: Point = { pay: 0, falseAlarms: 0 };

/**
 * Equity at every point minus equity at the point that has the baseline's values and is otherwise the same, world by
 * world: what `sweep` writes as differences.
 */
export function differences({ points }: SweepDone, baseline: Point): Against[] {
  const against = counterparts(
    points.map(({ values }) => values),
    baseline,
  );
  return points.flatMap(({ values, columns }, at) => {
    const base = points.at(against[at]);
    return against[at] < 0 || against[at] === at || !base
      ? []
      : [{ values, ...shared(base.columns.equity, columns.equity) }];
  });
}

/** An arm of the experiment compared with neither pay nor audits; undefined until both have run. */
export const armAgainst = ({ arms }: Found, wanted: Point): Against | undefined =>
  differences(arms, NEITHER).find(({ values }) =>
    Object.entries(wanted).every(([name, value]) => values[name] === value),
  );

/** The paired difference in equity between two points of a sweep. */
export const between = (a: SweepPoint, b: SweepPoint): Paired => paired(a.columns.equity, b.columns.equity);

/** The point of a sweep with these values. */
export const pointOf = ({ points }: SweepDone, wanted: Point): SweepPoint | undefined =>
  points.find(({ values }) => Object.entries(wanted).every(([name, value]) => values[name] === value));

/** Everything the page computes. */
export const work = (settings: Settings): Computation<Found> =>
  together({
    arms: sweepWork(armsJob(settings)),
    map: sweepWork(mapJob(settings)),
    audits: sweepWork(auditsJob(settings)),
    schedules: sweepWork(schedulesJob(settings)),
  });
