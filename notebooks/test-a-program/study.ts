import { text, type Values } from "../../models/core/index.ts";
import { NONE } from "../../models/studies/brief/brief.ts";
import { type Decision } from "../../models/studies/compare/decision.ts";
import { isCost, LINES, type Ratio } from "../../models/studies/compare/measures.ts";
import { LINE_WORDS } from "../../models/studies/compare/report/lines.ts";
import { type Brought } from "../study/brought.ts";
import { ovationText } from "../study/commands.ts";
import { defineStudy } from "../study/study.ts";
import { type DataRow } from "../../models/studies/telling/row.ts";
import { above, beginning } from "./beginning.ts";
import { BRIEFS } from "./briefs.ts";
import { charts, type Shown } from "./charts.ts";
import { BRIEF, comparing } from "./comparing.ts";

const parameters = {
  ...above,
  brief: text("", /^[^]*$/, {
    about: "the text of the brief if it was changed; empty for the project's brief with the settings above",
    must: "a YAML text",
  }),
};
export type Settings = Values<typeof parameters>;

/** The brief that the settings ask for, as text. */
export const briefOf = (settings: Settings): string => settings.brief || beginning(settings);

/** The command that gives the same results, and whether the brief must be saved first. */
export function commandOf(settings: Settings): { command: string; saved: boolean } {
  const own = BRIEFS.find((brief) => brief.text === briefOf(settings));
  return { command: ovationText(["compare", own?.file ?? BRIEF]), saved: own === undefined };
}

const ratio = (value: Ratio | null): number => value?.ratio ?? NaN;

/** A row for each program, with the numbers of `compare --json`, digit for digit. */
const armRows = ({ arms }: Decision): DataRow[] =>
  arms.map(({ name, npv, profit, tail, spend, costPerIncremental, added, payback, advocates }) => ({
    program: name,
    worth: npv.mean,
    low: npv.low,
    high: npv.high,
    "pays in": profit.share,
    "worst of twenty": npv.q05,
    "mean of the worst": tail,
    spent: spend.mean,
    "new customers": added.mean,
    "a new customer costs": ratio(costPerIncremental),
    "paid back in": payback.share,
    week: payback.week,
    members: advocates.mean,
  }));

const pairRows = ({ pairs }: Decision): DataRow[] =>
  pairs.map(({ a, b, beats, difference }) => ({
    program: a,
    against: b === NONE ? "no program" : b,
    "is worth more in": beats.share,
    by: difference.mean,
    low: difference.low,
    high: difference.high,
  }));

const lineRows = ({ arms }: Decision): DataRow[] =>
  LINES.map((line) => ({
    line: LINE_WORDS[line].name,
    ...Object.fromEntries(
      arms.map(({ name, lines }) => [name, isCost(line) ? 0 - lines[line].mean : lines[line].mean]),
    ),
    "what falls in it": LINE_WORDS[line].about,
  }));

/** Which program, or none? */
export const study = defineStudy({
  name: "test-a-program",
  about: "Programs compared with each other and with none, in the same worlds, from a brief.",
  parameters,
  work: (settings: Settings, brought: Brought | undefined) =>
    comparing(briefOf(settings), commandOf(settings).command, brought),
  commands: (settings) => {
    const { command, saved } = commandOf(settings);
    return [
      {
        about: saved ? `The same decision, once the brief is saved in that folder as ${BRIEF}` : "The same decision",
        command,
      },
    ];
  },
  charts,
  tables: {
    programs: {
      caption: "Every program compared with none in the same worlds, as the command line writes it to decision.json",
      rows: ({ decision }: Shown) => (decision ? armRows(decision) : []),
    },
    pairs: {
      caption: "Pairs of choices in the same worlds",
      rows: ({ decision }: Shown) => (decision ? pairRows(decision) : []),
    },
    lines: {
      caption: "Every line of the ledger, averaged over worlds",
      rows: ({ decision }: Shown) => (decision ? lineRows(decision) : []),
    },
  },
});
