import { NONE } from "../../brief/brief.ts";
import { duration } from "../../telling/durations.ts";
import { money } from "../../telling/money.ts";
import { fixed, plain } from "../../telling/numbers.ts";
import { pairList } from "../../telling/page/frame.ts";
import { type Html, html, NONE as EMPTY } from "../../telling/page/html.ts";
import { percent } from "../../telling/shares.ts";
import { named } from "../../telling/text.ts";
import { type Decision } from "../decision.ts";
import { headline } from "../headline.ts";
import { type CompareJob } from "../job.ts";
import { nobodyText } from "../nobody.ts";

/** The head of the report: the question, the advice, and how it was found. */
export function header(decision: Decision, { brief, customers }: CompareJob): Html {
  const { title, question, worlds, arms, unit, horizon, currency, none } = decision;
  const facts: [string, string][] = [
    ["worlds", plain(worlds, 15)],
    ["customers in each", plain(customers.people, 15)],
    ["simulated for", duration(horizon, unit)],
    [arms.length === 1 ? "program" : "programs", plain(arms.length)],
    ["assumptions varied", plain(brief.assumptions.length)],
  ];
  return html`<header>
    <p class="over">Programs compared in the same simulated worlds</p>
    <h1>${title}</h1>
    ${question ? html`<p class="lead">${question}</p>` : EMPTY}
    <div class="advice" role="region" aria-label="Advice">
      <p>${headline(decision)}</p>
      <p class="also">
        Without any program the customers are worth ${money(none.equity.mean, none.equity)} ${currency}, and
        ${fixed(none.adopters.mean, 0)} of ${plain(customers.people, 15)} people are or become customers within
        ${duration(horizon, unit)}.
      </p>
      ${decision.nobody.map((one) => html`<p class="warn">${nobodyText(one)}</p>`)}
    </div>
    ${pairList("facts", facts)}
  </header>`;
}

/** The rule of the brief in words, and the choices it rules out. */
export function ruleOf({ advice, currency }: Decision, { brief: { decide } }: CompareJob): Html {
  const want =
    decide.by === "regret"
      ? "the smallest loss against the best choice in the worst world in 20"
      : "the highest expected net present value";
  const but = [
    ...(decide.profitable === undefined ? [] : [`pay off in at least ${percent(decide.profitable)} of worlds`]),
    ...(decide.tail === undefined
      ? []
      : [`are worth at least ${money(decide.tail)} ${currency} in the worst world in 20`]),
  ];
  const out = advice.choices
    .filter(({ allowed }) => !allowed)
    .map(({ name, because }) => `${named(name)} (${because.join(" and ")})`);
  const best = advice.choices.find(({ name }) => name === advice.choose)!;
  return html`<p>
    The brief's rule: ${want}${but.length > 0 ? `, among programs that ${but.join(" and ")}` : ""}.
    ${out.length > 0 ? `It rules out ${out.join(", ")}. ` : ""}${
      advice.choose === NONE ? "No program" : named(advice.choose)
    }
    is the best choice in ${percent(best.best.share)} of worlds. Knowing in advance which world will come would be worth
    ${money(best.regret.mean)} ${currency}, so no research is worth more than that.
  </p>`;
}
