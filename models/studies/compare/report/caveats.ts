import { NONE } from "../../brief/brief.ts";
import { count, plain } from "../../telling/numbers.ts";
import { words, named } from "../../telling/text.ts";
import { type Decision } from "../decision.ts";
import { type CompareJob } from "../job.ts";
import { nobodyText } from "../nobody.ts";
import { type Sensitivity } from "../sensitivity.ts";
import { endText } from "./chart-rows.ts";

/** What the numbers do not say, a sentence or two each. */
export function caveats(decision: Decision, { brief, customers }: CompareJob): string[] {
  const { arms, assumptions } = brief;
  return [
    ...decision.nobody.map(nobodyText),
    "All of this is said of the model under the assumptions listed. Whether customers behave as the model does is not tested by running it; a field test is.",
    `Intervals cover chance between worlds${assumptions.length > 0 ? ` and ${count(assumptions.length, "assumption")} within the ranges told` : ""}, not what the ranges leave out. Every value in the list of fixed ones is taken as certain.`,
    `The ${plain(customers.people, 15)} customers and their ties are the same in all worlds; another circle of friends of the same kind would give somewhat other numbers.`,
    "No program meets a rival that answers it, a price that changes, or a newcomer: the rival does the same with and without the program.",
    ...(arms.length > 1
      ? [
          `${count(arms.length, "program")} were compared and the best was picked after seeing them, so its mean leans a little upward.`,
        ]
      : []),
    ...(decision.narrow === false
      ? ["The most worlds that the brief allows did not make the intervals as narrow as it asks."]
      : []),
    ...(decision.failed.length > 0
      ? [
          `${count(decision.failed.length, "world")} failed and ${decision.failed.length === 1 ? "is" : "are"} left out everywhere.`,
        ]
      : []),
  ];
}

/**
 * At which ends of assumptions the rule of the brief takes another choice, and which one, as far as the worlds show it.
 */
export function changeOfMind({ sensitivity, advice }: Decision): string[] {
  return (sensitivity?.of ?? []).flatMap(({ name, low, high }) =>
    [low, high]
      .filter(({ choose }) => choose !== advice.choose)
      .map(
        (end) =>
          `${words(name)} ${end.from === end.to ? "at" : "in"} ${endText(end)} (then ${end.choose === NONE ? "no program" : named(end.choose)})`,
      ),
  );
}

/** From which end of an assumption to which other: `from its lowest to its highest quarter`. */
export const acrossText = ({ by, low, high }: Sensitivity): string =>
  by === "quarter"
    ? "from its lowest to its highest quarter"
    : `from its worst setting (${endText(low)}) to its best (${endText(high)})`;

/** Why nothing can be said of what matters. */
export const nothingTold = ({ sensitivity }: Decision): string =>
  sensitivity
    ? "Too few worlds lie at the ends of the assumptions to tell what matters."
    : "The brief takes everything as certain: it names no assumptions, so nothing can be said of what matters.";
