import { count, plain } from "../../report/format.ts";
import { type Decision } from "../decision.ts";
import { type CompareJob } from "../job.ts";
import { nobodyText } from "../nobody.ts";

/** What the numbers do not say, a sentence or two each. */
export function caveats(decision: Decision, { brief, customers }: CompareJob): string[] {
  const { arms, assumptions } = brief;
  return [
    ...decision.nobody.map(nobodyText),
    "All of this is said of the model under the assumptions listed. Whether customers behave as the model does is not tested by running it; a field test is.",
    `Intervals cover chance between worlds${assumptions.length > 0 ? ` and ${count(assumptions.length, "assumption")} within the ranges told` : ""}, not what the ranges leave out. Every value in the list of fixed ones is taken as certain.`,
    `The ${plain(customers.people, 15)} customers and their ties are the same in all worlds; another circle of friends of the same kind would give somewhat other numbers.`,
    "No program meets a rival that answers it, a price that changes, or a newcomer: the rival does the same with and without the program.",
    ...(arms.length > 1 ? [`${count(arms.length, "program")} were compared and the best was picked after seeing them, so its mean leans a little upward.`] : []),
    ...(decision.narrow === false ? ["The most worlds that the brief allows did not make the intervals as narrow as it asks."] : []),
    ...(decision.failed.length > 0 ? [`${count(decision.failed.length, "world")} failed and ${decision.failed.length === 1 ? "is" : "are"} left out everywhere.`] : []),
  ];
}

/** What would turn the advice over, as far as the worlds show it. */
export function changeOfMind({ sensitivity, arms }: Decision): string[] {
  if (!sensitivity) return [];
  const worth = arms.find(({ name }) => name === sensitivity.arm)!.npv.mean;
  return sensitivity.of.flatMap(({ name, low, high }) => [low, high].filter(({ npv }) => npv.mean > 0 !== worth > 0).map((end) => ({ name, end }))).map(({ name, end }) => `${name} ${end.from === end.to ? "at" : "in"} ${typeof end.from === "number" && typeof end.to === "number" && end.from !== end.to ? `${plain(end.from, 2)} to ${plain(end.to, 2)}` : String(end.from)}`);
}
