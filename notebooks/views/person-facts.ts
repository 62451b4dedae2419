import { significant } from "../../models/studies/telling/numbers.ts";
import { type Network } from "../../models/core/index.ts";
import { element } from "../element.ts";
import { type AsText, asText, type Shown } from "./figure.ts";

type Columns = Readonly<Record<string, Shown>>;

/** So many contacts of a person are listed, and so many people in the table. */
const MOST_LISTED = 60;

/** A button that does something when pressed. */
export function button(text: string, act: () => void): HTMLButtonElement {
  const one = element("button", { type: "button" }, text);
  one.addEventListener("click", act);
  return one;
}

/** A table of the people with the most ties, and their values. */
export function bestTied({ size, nodes, keys, directed, out }: Network, columns: Columns): AsText {
  const names = Object.keys(columns);
  return asText(() => ({
    caption: `${size > MOST_LISTED ? `The ${MOST_LISTED}` : "All"} people with the most ties`,
    head: ["who", directed ? "influences" : "ties", ...names],
    rows: Array.from(nodes)
      .sort((a, b) => out.degree(b) - out.degree(a) || a - b)
      .slice(0, MOST_LISTED)
      .map((i) => [keys.key(i), String(out.degree(i)), ...names.map((name) => valueText(columns[name], i))]),
  }));
}

/** What is known of a person, and whom they are tied to, each a button that calls `goTo`. */
export function personFacts(network: Network, columns: Columns, i: number, goTo: (i: number) => void): HTMLElement[] {
  const { keys, directed } = network;
  const values = Object.entries(columns).map(([name, shown]) => `${name}: ${valueText(shown, i)}`);
  const contacts = (arcs: Network["out"]): readonly number[] => [
    ...arcs.targets.subarray(arcs.offsets[i], arcs.offsets[i + 1]),
  ];
  const listOf = (word: string, others: readonly number[]): HTMLElement => {
    const items = others.slice(0, MOST_LISTED).map((j) =>
      element(
        "li",
        {},
        button(keys.key(j), () => goTo(j)),
      ),
    );
    if (others.length > items.length) items.push(element("li", {}, `and ${others.length - items.length} more`));
    return element(
      "div",
      {},
      element("p", {}, `${word} ${others.length}:`),
      element("ul", { class: "people" }, ...items),
    );
  };
  const lists = directed
    ? [listOf("Influences", contacts(network.out)), listOf("Is influenced by", contacts(network.in))]
    : [listOf("Tied with", contacts(network.out))];
  return [element("p", {}, element("strong", {}, keys.key(i)), `. ${values.join("; ")}.`), ...lists];
}

function valueText({ frames, labels = {} }: Shown, i: number): string {
  const value = frames[0][i];
  return Number.isNaN(value) ? "missing" : (labels[value] ?? significant(value, 4));
}
