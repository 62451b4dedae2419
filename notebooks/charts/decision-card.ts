import { element } from "../element.ts";

export interface DecisionCard {
  /** What is decided upon. */
  title: string;
  /** The decision in one sentence. */
  verdict: string;
  /** How sure it is, in one sentence. */
  sure: string;
  /** What it rests on, most important first. */
  facts: readonly { readonly label: string; readonly value: string }[];
  /** What would overturn it. */
  caveat?: string;
}

/** A decision as a card: what to do, how sure it is, and the numbers it rests on. Everything given stays text. */
export function decisionCard({ title, verdict, sure, facts, caveat }: DecisionCard): HTMLElement {
  const pairs = facts.map(({ label, value }) => element("div", {}, element("dt", {}, label), element("dd", {}, value)));
  return element(
    "section",
    { class: "decision-card", "aria-label": `Decision: ${title}` },
    element("p", { class: "about" }, title),
    element("p", { class: "verdict" }, verdict),
    element("p", { class: "sure" }, sure),
    ...(pairs.length > 0 ? [element("dl", {}, ...pairs)] : []),
    ...(caveat === undefined ? [] : [element("p", { class: "caveat" }, caveat)]),
  );
}
