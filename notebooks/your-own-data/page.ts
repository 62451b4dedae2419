import { type Attribute, type Network } from "../../models/core/index.ts";
import { element, ownId } from "../element.ts";
import { shortened } from "../views/node-field.ts";
import { type Shown } from "../views/figure.ts";
import { type Offered, traitText } from "./traits.ts";

export {
  again,
  exact,
  figureOf,
  percent,
  plain,
  settingsForm,
  summariesOf,
  tableOf,
  tools,
  watch,
  within,
  workBox,
  worked,
} from "../page/page.ts";
export { adjacencyView, networkDownloads, networkView, positionsInWorker } from "../page/views.ts";
export { explorer } from "../views/explorer.ts";
export { dataBox } from "./data-box.ts";
export { builtin, commandsOf, study, worldOf } from "./study.ts";
export { traitText } from "./traits.ts";

/** A name from a file in a sentence: text of any direction, and no longer than can be read. */
export const named = (key: string): HTMLElement =>
  element("code", { title: key }, element("bdi", {}, shortened(key, 40)));

/** More names than this would be a list nobody reads. */
const MOST_OFFERED = 500;
/** So many categories have a colour of their own; the rarer ones share one. */
const MOST_COLOURS = 6;

/** Offers texts while a reader types into a field of a form, in place of those before; any other may be typed too. */
export function offer(form: HTMLElement, name: string, texts: readonly string[]): void {
  const input = form.querySelector(`[data-parameter="${name}"] input`);
  if (!input) return;
  const list = element(
    "datalist",
    { id: ownId("offered") },
    ...texts.slice(0, MOST_OFFERED).map((value) => element("option", { value })),
  );
  form.querySelector(`datalist[data-of="${name}"]`)?.remove();
  list.dataset.of = name;
  form.append(list);
  input.setAttribute("list", list.id);
}

/** A cell that shows nothing would go on showing what it showed before; this takes its place. */
export const nothing = (): Text => document.createTextNode("");

/**
 * Tells whether nothing has been found yet of these data, so that what was found last is of others; with other settings
 * it may go on standing.
 */
export function newcomer(): (data: unknown, done: number) => boolean {
  let last: unknown;
  return (data, done) => {
    if (done > 0) last = data;
    return data !== last;
  };
}

/** What is known of the people, and what can be asked about it. */
export function traitList(traits: readonly Offered[]): HTMLElement {
  if (traits.length === 0)
    return element(
      "p",
      {},
      "Of its people nothing is known that some have and others have not. A table of people brings it.",
    );
  const items = traits
    .slice(0, MOST_OFFERED)
    .map((trait) =>
      element(
        "li",
        {},
        named(traitText(trait)),
        ` ${trait.people.toLocaleString("en-US")} of ${trait.known.toLocaleString("en-US")}`,
      ),
    );
  return element(
    "details",
    { class: "fold" },
    element("summary", {}, `What can be asked as trait: ${traits.length}`),
    element("ul", {}, ...items),
  );
}

/** How many contacts each has and what the file knows of them, for pictures. */
export function columnsOf({ size, out, attributes }: Network): Record<string, Shown> {
  const contacts = Float64Array.from({ length: size }, (_, i) => out.degree(i));
  const known = Object.entries(attributes).map(
    ([name, attribute]) => [name === "contacts" ? "contacts (column)" : name, shownOf(name, attribute)] as const,
  );
  return Object.fromEntries([["contacts", { frames: [contacts], about: "people tied to" }], ...known]);
}

function shownOf(about: string, attribute: Attribute): Shown {
  if (attribute.kind === "number") return { frames: [attribute.values], about };
  const { codes, labels } = attribute;
  const people = new Array<number>(labels.length).fill(0);
  for (const code of codes) people[code]++;
  const common = labels
    .map((_, code) => code)
    .filter((code) => code > 0 && people[code] > 0)
    .sort((a, b) => people[b] - people[a] || a - b);
  const own = common.length > MOST_COLOURS + 1 ? common.slice(0, MOST_COLOURS) : common;
  const place = new Map(own.map((code, at) => [code, at + 1]));
  const values = Float64Array.from(codes, (code) => (code === 0 ? NaN : (place.get(code) ?? 0)));
  return {
    frames: [values],
    about,
    labels: { 0: "all others", ...Object.fromEntries(own.map((code, at) => [at + 1, shortened(labels[code], 30)])) },
  };
}
