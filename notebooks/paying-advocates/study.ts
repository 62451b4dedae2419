import { advocateProgram } from "../../models/programs/advocate-program.ts";
import { ovationText, sweepText } from "../study/commands.ts";
import { defineStudy } from "../study/study.ts";
import { sweepRows } from "../study/sweep.ts";
import { type DataRow } from "../../models/studies/telling/row.ts";
import {
  type Against,
  armsJob,
  auditsJob,
  differences,
  type Found,
  mapJob,
  NEITHER,
  parameters,
  schedulesJob,
  type Settings,
  work,
} from "./arms.ts";
import { charts } from "./charts.ts";

const FILE = "data/experiments/paid-advocates.yaml";

const rowOf = ({ values, mean, low, high, n }: Against): DataRow => ({
  ...(values as DataRow),
  difference: mean,
  low,
  high,
  worlds: n,
});

/** Should you pay your advocates? */
export const study = defineStudy({
  name: "paying-advocates",
  about: advocateProgram.about,
  parameters,
  first: ["pay", "scoring", "falseAlarms", "crowding", "seekers", "seed"],
  presets: [
    {
      name: "Like the project's experiment",
      about: "three times as many worlds; takes three times as long",
      values: { worlds: 120 },
    },
    {
      name: "Mild crowding out",
      about:
        "the model's usual value: pay drives out about a third of people's own drive; the literature supports the sign, not this share",
      values: { crowding: 0.36 },
    },
    { name: "Many reward seekers", about: "a quarter come for pay alone", values: { seekers: 0.25 } },
    {
      name: "Blind audits",
      about: "an audit that flags cheats no more often than honest members",
      values: { auditArea: 1 },
    },
  ],
  drawn: ["member", "world"],
  work,
  commands(settings) {
    const against = " --baseline pay=0 --baseline falseAlarms=0";
    return [
      {
        about: "Pay, scores and audits, compared with neither pay nor audits",
        command: isFile(settings) ? ovationText(["sweep", FILE]) : `${sweepText(armsJob(settings))}${against}`,
      },
      { about: "The map of pay and crowding out", command: `${sweepText(mapJob(settings))} --baseline pay=0` },
      {
        about: "Audits of increasing strictness",
        command: `${sweepText(auditsJob(settings))} --baseline falseAlarms=0`,
      },
      { about: "An endless program and two campaigns of the same budget", command: sweepText(schedulesJob(settings)) },
    ];
  },
  charts,
  tables: {
    differences: {
      caption:
        "Equity per person compared with neither pay nor audits, in the same worlds: what the command line writes as differences",
      rows: ({ arms }: Found) => differences(arms, NEITHER).map(rowOf),
    },
    audits: {
      caption:
        "Audits of increasing strictness, scored by volume: equity compared with no audits, and the share of flags that are right",
      rows: (found: Found) => auditRows(found),
    },
    schedules: {
      caption: "The same budget spent all year or in two campaigns",
      rows: ({ schedules }: Found) => sweepRows(schedules, ["equity", "conversations", "customers"]),
    },
  },
});

const auditRows = ({ audits }: Found): DataRow[] => {
  const against = differences(audits, { falseAlarms: 0 });
  return audits.points.map(({ values, measures: { rightFlags, expelled, posts } }) => {
    const own = against.find((one) => one.values.falseAlarms === values.falseAlarms);
    return {
      falseAlarms: values.falseAlarms as number,
      difference: own?.mean,
      low: own?.low,
      high: own?.high,
      "flags that are right": rightFlags.mean,
      expelled: expelled.mean,
      posts: posts.mean,
      worlds: posts.n,
    };
  });
};

/** Whether the settings are those of the project's file; then the command names the file. */
function isFile(settings: Settings): boolean {
  const usual = {
    ...Object.fromEntries(Object.entries(parameters).map(([name, { fallback }]) => [name, fallback])),
    worlds: 120,
  } as Record<string, unknown>;
  const free = ["world", "member", "scoring"];
  return Object.entries(settings).every(([name, value]) => free.includes(name) || usual[name] === value);
}
