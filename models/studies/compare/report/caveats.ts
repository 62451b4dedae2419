import { NONE } from "../../brief/brief.ts";
import { count, plain } from "../../telling/numbers.ts";
import { words, named } from "../../telling/text.ts";
import { type Decision } from "../decision.ts";
import { type CompareJob } from "../job.ts";
import { nobodyText } from "../nobody.ts";
import { type Sensitivity } from "../sensitivity.ts";
import { endText } from "./chart-rows.ts";

/** The limits of the results, a sentence or two each. */
export function caveats(decision: Decision, { brief, customers }: CompareJob): string[] {
  const { arms, assumptions } = brief;
  return [
    ...decision.nobody.map(nobodyText),
    "All results describe the model under the assumptions listed. Running the model does not test whether customers behave as it says; a field test does.",
    `Intervals cover chance between worlds${assumptions.length > 0 ? ` and ${count(assumptions.length, "assumption")} within the stated ranges, but not values outside those ranges` : " only"}. Fixed values are taken as certain.`,
    `The ${plain(customers.people, 15)} customers and their ties are the same in all worlds; another network of the same kind would give somewhat different numbers.`,
    "The rival acts the same with and without the program: it does not respond, prices do not change, and no new competitor enters.",
    ...(arms.length > 1
      ? [
          `${count(arms.length, "program")} were compared and the best was picked after seeing the results, so its mean is biased slightly upward.`,
        ]
      : []),
    ...(decision.narrow === false
      ? ["The largest number of worlds that the brief allows did not make the intervals as narrow as it asks."]
      : []),
    ...(decision.failed.length > 0
      ? [
          `${count(decision.failed.length, "world")} failed and ${decision.failed.length === 1 ? "is" : "are"} left out of all results.`,
        ]
      : []),
  ];
}

/**
 * The ends of assumptions at which the rule of the brief makes another choice, and which one, as far as the worlds
 * show: each the end of the sentence "The advice changes where …".
 */
export function changeOfMind({ sensitivity, advice }: Decision): string[] {
  return (sensitivity?.of ?? []).flatMap(({ name, low, high }) =>
    [low, high]
      .filter(({ choose }) => choose !== advice.choose)
      .map(
        (end) => `${words(name)} is ${endText(end)} (then ${end.choose === NONE ? "no program" : named(end.choose)})`,
      ),
  );
}

/** From one end of an assumption to the other: `from its lowest to its highest quarter`. */
export const acrossText = ({ by, low, high }: Sensitivity): string =>
  by === "quarter"
    ? "from its lowest to its highest quarter"
    : `from its worst setting (${endText(low)}) to its best (${endText(high)})`;

/** Why nothing can be said about which assumptions matter. */
export const nothingTold = ({ sensitivity }: Decision): string =>
  sensitivity
    ? "Too few worlds lie at the ends of the assumptions to show which of them matter."
    : "The brief names no assumptions and takes every value as certain, so nothing can be said about which values matter.";
