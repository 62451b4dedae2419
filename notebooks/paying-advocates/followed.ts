import type * as Plot from "@observablehq/plot";
import { advocateProgram } from "../../models/programs/advocate-program.ts";
import { ACTIVE, EXPELLED, INVITED, LEFT, NONE, RESTING } from "../../models/programs/advocacy/state.ts";
import { generate } from "../../models/networks/specification.ts";
import { fanChart } from "../../models/studies/telling/charts/fan.ts";
import { element, svgElement } from "../element.ts";
import { percent, plain } from "../exact.ts";
import { picture } from "../picture.ts";
import { downloads } from "../views/download.ts";
import { type DataRow } from "../../models/studies/telling/row.ts";
import { record } from "../views/frames.ts";
import { player as makePlayer, type Player } from "../views/player.ts";
import { heldOf, networkOf, type Settings } from "./arms.ts";

const ROLES: Record<number, string> = {
  [NONE]: "not yet recruited",
  [INVITED]: "invited, but not yet a customer",
  [ACTIVE]: "at work",
  [RESTING]: "resting after burning out",
  [LEFT]: "gone",
  [EXPELLED]: "expelled by an audit",
};

/** One week of one advocate. */
export interface Week {
  week: number;
  role: string;
  drive: number;
  skill: number;
  fatigue: number;
  effort: number;
  /** Talks and posts that arrived in the cycle of four weeks so far; 0 once it was settled. */
  acts: number;
}
export interface Followed {
  seeker: boolean;
  /** The role at the end. */
  end: string;
  burnOuts: number;
  /** The week of recruitment. */
  called: number;
  /** From week 0, before the program began. */
  weeks: Week[];
}

/**
 * Everyone recruited by the program with pay in one world, in that order. It is the same world as in the sweep.
 */
export function advocatesOf(settings: Settings): Followed[] {
  const { pay, scoring, falseAlarms, crowding, seed, world } = settings;
  const seen = record(advocateProgram, generate(networkOf(settings), seed), {
    columns: ["role", "turn", "seeker", "drive", "skill", "fatigue", "effort", "acts"],
    parameters: { ...heldOf(settings), pay, scoring, falseAlarms, crowding },
    seed,
    world,
  });
  const { role, turn, seeker, drive, skill, fatigue, effort, acts } = seen.columns;
  const last = role.length - 1;
  const ever = Array.from(role[last].keys()).filter((i) => role[last][i] !== NONE);
  return ever
    .sort((a, b) => turn[0][a] - turn[0][b])
    .map((i) => {
      const weeks = role.map((roles, week): Week => ({
        week,
        role: ROLES[roles[i]],
        drive: drive[week][i],
        skill: skill[week][i],
        fatigue: fatigue[week][i],
        effort: effort[week][i],
        acts: acts[week][i],
      }));
      const called = role.findIndex((roles) => roles[i] !== NONE);
      const burnOuts = role.filter(
        (roles, week) => week > 0 && roles[i] === RESTING && role[week - 1][i] === ACTIVE,
      ).length;
      return { seeker: seeker[last][i] === 1, end: ROLES[role[last][i]], burnOuts, called, weeks };
    });
}

const LINES = ["drive", "skill", "fatigue", "effort"] as const;
type Course = Pick<Followed, "called" | "weeks">;

/** A value from the week of recruitment on; NaN before. */
const since = (called: number, week: number, value: number): number => (week < called ? NaN : value);

/** Drive, skill, fatigue and effort week by week. */
function stateChart({ called, weeks }: Course, width: number): Element {
  const rows = weeks.flatMap((one) =>
    LINES.map((series) => ({ week: one.week, series, mean: since(called, one.week, one[series]) })),
  );
  return fanChart(rows, { width, x: "week", series: "series", xLabel: "week", yLabel: "share", yPercent: true });
}

/** Talks and posts of the cycle so far, week by week. */
function actsChart({ called, weeks }: Course, width: number): Element {
  return fanChart(
    weeks.map(({ week, acts }) => ({ week, series: "acts", mean: since(called, week, acts) })),
    { width, x: "week", series: "series", xLabel: "week", yLabel: "talks and posts in the cycle so far" },
  );
}

/** One week in words. */
function weekText({ week, role, drive, skill, fatigue, effort, acts }: Week, called: number): string {
  if (week < called) return `Week ${week}: ${role}.`;
  const states = `Drive ${percent(drive)}, skill ${percent(skill)}, fatigue ${percent(fatigue)}, effort ${percent(effort)}`;
  return `Week ${week}: ${role}. ${states}; ${plain(acts)} talks and posts in this cycle so far.`;
}

/**
 * One advocate week by week: drive, skill, fatigue and effort as lines, acts below, and a player that describes each
 * week.
 */
export function advocateView(
  { seeker, called, weeks }: Followed,
  width: number,
): HTMLElement & { readonly player: Player } {
  const [states, acts] = [stateChart, actsChart].map((chart) => chart({ called, weeks }, width));
  const player = makePlayer({ length: weeks.length, unit: "week", speed: 5 });
  const now = element("p", { class: "now" });
  const charts = [states, acts] as (SVGSVGElement & Pick<Plot.Plot, "scale">)[];
  const marks = charts.map((chart) => {
    const mark = svgElement("path", { class: "moment", stroke: "currentColor", "stroke-opacity": 0.5 });
    chart.append(mark);
    return mark;
  });
  function draw(): void {
    const { week } = weeks[player.value];
    charts.forEach((chart, at) => {
      const [x, y] = [chart.scale("x"), chart.scale("y")];
      if (x && y) marks[at].setAttribute("d", `M${Number(x.apply(week))} ${[...(y.range ?? [])].join("V")}`);
    });
    now.textContent = weekText(weeks[player.value], called);
  }
  player.addEventListener("input", draw);
  draw();
  const who = seeker ? "An advocate who came for the pay" : "An honest advocate";
  picture(states, `${who}, recruited in week ${called}: drive, skill, fatigue and effort week by week.`);
  picture(
    acts,
    `${who}: talks and posts of the cycle so far, week by week; they are counted and settled every four weeks.`,
  );
  const files = downloads({ name: "one advocate", chart: states, rows: weeks as unknown as DataRow[] });
  const lower = downloads({ name: "acts of one advocate", chart: acts }); // its rows are among those above
  lower.prepend("The lower panel: ");
  const caption =
    "See how fatigue follows effort, how skill grows during work, and where work stops. In the lower panel a cycle ends where the line falls to 0; then come scores, pay and audits.";
  const root = element(
    "figure",
    { class: "view advocate" },
    states,
    acts,
    now,
    player,
    element("figcaption", {}, caption),
    files,
    lower,
  );
  return Object.defineProperty(root, "player", { value: player }) as unknown as HTMLElement & {
    readonly player: Player;
  };
}
