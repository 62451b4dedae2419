import { NONE } from "../../models/studies/brief/brief.ts";
import { reasonOf } from "../../models/studies/compare/advice.ts";
import { type Decision } from "../../models/studies/compare/decision.ts";
import { opposite, pairOf } from "../../models/studies/compare/headline.ts";
import { nobodyText } from "../../models/studies/compare/nobody.ts";
import { changeOfMind, nothingTold } from "../../models/studies/compare/report/caveats.ts";
import { endText } from "../../models/studies/compare/report/chart-rows.ts";
import { endsDiffer, type Sensitivity } from "../../models/studies/compare/sensitivity.ts";
import { duration, times } from "../../models/studies/telling/durations.ts";
import { money, moneyInterval } from "../../models/studies/telling/money.ts";
import { percent } from "../../models/studies/telling/shares.ts";
import { words } from "../../models/studies/telling/text.ts";
import { clear } from "../../models/studies/telling/numbers.ts";
import { decisionCard } from "../charts/decision-card.ts";
import { element } from "../element.ts";
import { exact } from "../exact.ts";
import { type Arm, shownArm } from "./charts.ts";

type Part = Node | string;
interface Known {
  mean: number;
  low: number;
  high: number;
}

const share = (value: number): HTMLElement => exact(value, percent);
/** A mean to the digits that its interval supports, and the interval. */
const amount = ({ mean, low, high }: Known): HTMLElement => exact(mean, (value) => money(value, { low, high }));
const interval = ({ low, high }: Known): Part[] => [
  "(95 % interval ",
  exact(low, (value) => money(value, { low, high })),
  " to ",
  exact(high, (value) => money(value, { low, high })),
  ")",
];
const finding = (...parts: Part[]): HTMLElement => element("p", { class: "finding" }, ...parts);
const heading = (id: string, ...parts: Part[]): HTMLElement => element("h2", { id }, ...parts);
/** A name of the brief; it may hold digits, which are no finding. */
const name = (text: string): HTMLElement => element("code", { class: "name" }, text);

/** Why the rule takes a choice before one that is worth more on average: the end of "…, but". */
function reason({ advice, currency }: Decision, other: string, taken: string): Part[] {
  const { because, lost } = reasonOf(advice, other, taken);
  if (because.length > 0) return [`the rule of the brief says no, for ${because.join(" and ")}`];
  return [
    "it would be regretted more where it is the wrong choice: in the worst world of twenty it loses ",
    exact(lost.other, money),
    ` ${currency} against the best choice, and `,
    taken === NONE ? "no program" : name(taken),
    " ",
    exact(lost.taken, money),
  ];
}

/** Why no program is run though this one is worth more than none; empty where it is not, or where one is run. */
const passedOver = (decision: Decision, arm: Arm): Part[] =>
  decision.advice.choose === NONE && arm.npv.mean > 0 ? reason(decision, arm.name, NONE) : [];

/** The decision on a card. */
export function card(decision: Decision): HTMLElement {
  const { advice, currency, unit, worlds } = decision;
  const arm = shownArm(decision);
  const none = advice.choose === NONE;
  const turns = changeOfMind(decision);
  const why = element("span", {}, ...passedOver(decision, arm)).textContent;
  const caveats = [
    ...decision.nobody.map(nobodyText),
    ...(why ? [`It is worth more than none, but ${why}.`] : []),
    ...(turns.length > 0 ? [`The advice changes where ${turns.join(", or where ")}.`] : []),
  ];
  return decisionCard({
    title: decision.title,
    verdict: none
      ? "Run no program"
      : clear(arm.npv)
        ? `Choose “${arm.name}”`
        : `“${arm.name}”, though it cannot be told apart from no program`,
    sure: `${none ? `“${arm.name}”, the best of the programs, pays` : "It pays"} in ${percent(arm.profit.share)} of ${worlds} worlds (95 % interval ${percent(arm.profit.low)} to ${percent(arm.profit.high)}).`,
    facts: [
      {
        label: `worth more than no program, ${currency}`,
        value: `${money(arm.npv.mean, arm.npv)} (${moneyInterval(arm.npv)})`,
      },
      { label: "in the worst world of twenty", value: money(arm.npv.q05) },
      {
        label: `a new customer costs, ${currency}`,
        value: arm.costPerIncremental ? money(arm.costPerIncremental.ratio, arm.costPerIncremental) : "cannot be told",
      },
      {
        label: "paid back in half of the worlds",
        value: arm.payback.share >= 0.5 ? `by ${times(arm.payback.week, unit)}` : "not before the end",
      },
    ],
    caveat: caveats.length > 0 ? caveats.join(" ") : undefined,
  });
}

/** What the worlds say, as far as they have been run. */
export function verdict(decision: Decision): HTMLElement[] {
  const { advice, currency, worlds, horizon, unit } = decision;
  const arm = shownArm(decision);
  const none = advice.choose === NONE;
  const why = passedOver(decision, arm);
  const loses = arm.npv.mean < 0;
  const size = loses ? opposite(arm.npv) : arm.npv;
  const by = (): Part[] => [amount(size), ` ${currency} ${loses ? "less" : "more"}`]; // an element stands in one place only
  const next = none || advice.next === NONE ? [] : against(decision, advice.choose, advice.next);
  return [
    heading(
      "decision",
      ...(none ? ["Run no program: ", name(arm.name), " is worth "] : ["Choose ", name(arm.name), ": it is worth "]),
      ...by(),
      " than none",
      ...(why.length > 0 ? [", but ", ...why] : []),
    ),
    finding(
      ...(none ? ["In this model ", name(arm.name)] : ["In this model it"]),
      " is worth ",
      ...by(),
      " than no program over ",
      exact(horizon),
      " weeks and what customers are worth after them ",
      ...interval(size),
      ", and pays in ",
      share(arm.profit.share),
      " of ",
      exact(worlds),
      " worlds. In the worst world of twenty it is worth ",
      exact(arm.npv.q05, money),
      ". ",
      ...(arm.costPerIncremental
        ? [
            "A customer who would not have come costs ",
            exact(arm.costPerIncremental.ratio, (value) => money(value, arm.costPerIncremental!)),
            ` ${currency}. `,
          ]
        : ["What a customer who would not have come costs cannot be told from these worlds. "]),
      ...(arm.payback.share >= 0.5
        ? ["Half of the worlds have their money back by ", exact(arm.payback.week, (week) => times(week, unit)), ". "]
        : ["Fewer than half of the worlds have their money back before the end. "]),
      ...next,
    ),
  ];
}

function against(decision: Decision, a: string, b: string): Part[] {
  const { beats, difference } = pairOf(decision, a, b);
  if (!clear(difference))
    return [
      "It cannot be told apart from ",
      name(b),
      ": the difference is ",
      amount(difference),
      " ",
      ...interval(difference),
      ".",
    ];
  const more = opposite(difference);
  if (more.mean > 0)
    return [
      name(b),
      " is worth more on average, by ",
      amount(more),
      ` ${decision.currency} `,
      ...interval(more),
      ", but ",
      ...reason(decision, b, a),
      ".",
    ];
  return [
    "It is worth more than ",
    name(b),
    " in ",
    share(beats.share),
    " of worlds, by ",
    amount(difference),
    " on average ",
    ...interval(difference),
    ".",
  ];
}

/** From which end of an assumption to which other; settings of a list are names. */
const across = ({ by, low, high }: Sensitivity): Part[] =>
  by === "quarter"
    ? ["from its lowest to its highest quarter"]
    : ["from its worst setting, ", name(endText(low)), ", to its best, ", name(endText(high))];

/** Which assumption matters most. */
export function matters(decision: Decision): HTMLElement[] {
  const { sensitivity, currency } = decision;
  const first = sensitivity?.of.at(0);
  if (!sensitivity || !first)
    return [heading("matters", "What matters cannot be told"), element("p", {}, nothingTold(decision))];
  const [low, high] = [first.low.npv, first.high.npv];
  return [
    heading(
      "matters",
      ...(endsDiffer(first)
        ? ["What matters most is ", name(words(first.name))]
        : [
            "The ends of ",
            name(words(first.name)),
            " lie widest apart, though these worlds cannot tell that from chance",
          ]),
    ),
    finding(
      "The worth of ",
      name(sensitivity.arm),
      " goes from ",
      amount(low),
      " ",
      ...interval(low),
      " to ",
      amount(high),
      " ",
      ...interval(high),
      ` ${currency} `,
      ...across(first),
      ", all else as it may be (",
      exact(first.low.worlds),
      " worlds at the one end and ",
      exact(first.high.worlds),
      " at the other).",
    ),
  ];
}

/** How many people a program reaches. */
export function reached(arm: Arm): HTMLElement[] {
  const sum = (values: readonly Known[]): number => values.reduce((total, { mean }) => total + mean, 0);
  const whole = (value: number): string => Math.round(value).toLocaleString("en-US");
  return [
    heading(
      "reach",
      "Members times contacts is ",
      exact(arm.contacts.mean, whole),
      "; people with a member among their contacts are ",
      exact(arm.reach[0].mean, whole),
    ),
    finding(
      "Of ",
      name(arm.name),
      ": within two ties of a member there are ",
      exact(sum(arm.reach.slice(0, 2)), whole),
      " people and within three ",
      exact(sum(arm.reach), whole),
      ". Those who heard of it from a member are ",
      exact(arm.told[0].mean, whole),
      ", and at third hand as well ",
      exact(sum(arm.told), whole),
      " (means over worlds).",
    ),
  ];
}

/** Whether new customers at the horizon are still new ones at twice that. */
export function later(decision: Decision, arm: Arm): HTMLElement[] {
  const { longer, currency, horizon, unit } = decision;
  const own = longer?.arms.find((one) => one.name === arm.name);
  if (!longer || !own) return [];
  const { near, far, change } = own;
  const [told, why] = !clear(change)
    ? ["cannot be told to be worth more or less", "."]
    : change.mean < 0
      ? ["are worth less", ": some who seemed won would have come a little later in any case."]
      : ["are worth more", ": more have come who otherwise would not."];
  const weeks = (value: number): string => duration(value, unit);
  return [
    heading("longer", `Watched twice as long, new customers ${told}`),
    finding(
      "In the same ",
      exact(longer.worlds),
      " worlds the line of new customers of ",
      name(arm.name),
      " is ",
      amount(near.expansion),
      " ",
      ...interval(near.expansion),
      ` ${currency} after `,
      exact(horizon, weeks),
      " and ",
      amount(far.expansion),
      " ",
      ...interval(far.expansion),
      " after ",
      exact(longer.horizon, weeks),
      ". World by world it changes by ",
      amount(change),
      " ",
      ...interval(change),
      why,
    ),
  ];
}
