import { readBrief } from "../../models/studies/brief/read.ts";
import { modelForm } from "../controls/form.ts";
import { element, ownId } from "../element.ts";
import { type Brought } from "../study/brought.ts";
import { above, type Above, aboveOf, beginning, toldBy, valueIn, withAbove, without, withValue } from "./beginning.ts";
import { BRIEF } from "./comparing.ts";
import { briefControls } from "./controls.ts";
import { ownFiles } from "./own-files.ts";
import { type Settings, study } from "./study.ts";

/** What is asked: settings, and the files that the brief names. */
export interface Asked {
  settings: Settings;
  brought: Brought;
}
/** An element with the last brief that was right; it sends `input` when that has changed. */
export type BriefForm = HTMLElement & { readonly value: Asked };

/** Whoever moves a slider moves it on: nothing is run before it rests so many milliseconds. */
const REST = 250;

const FILES = [
  {
    name: "The project's sampling brief in full",
    about: "as its file has it: 2,000 customers and up to 400 worlds; takes minutes",
    values: { customers: 2000, worlds: 400 },
  },
  {
    name: "The project's advocates' brief in full",
    about: "as its file has it: 1,500 customers and 300 worlds; takes minutes",
    values: { program: "advocates", customers: 1500, worlds: 300 },
  },
  {
    name: "The project's referral brief in full",
    about: "as its file has it: 1,500 customers and 300 worlds; takes minutes",
    values: { program: "referral", customers: 1500, worlds: 300 },
  },
] as const;

/**
 * A brief to be set by fields and sliders, by files, or as text. The text is what counts: everything else writes
 * into it and follows it. What is wrong in it is told all at once, each fault with its line; until it is right
 * the last right one stands.
 */
export function briefForm(address: URLSearchParams): BriefForm {
  const top = modelForm({ name: study.name, about: study.about, parameters: above }, { address, presets: FILES });
  let last: Above = top.value;
  let written = address.get("brief") ?? beginning(last);
  let value: Asked = { settings: { ...last, brief: "" }, brought: {} };
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const { editor, faults, asText, tellFaults } = briefText();
  const controls = element("div", { class: "brief-controls" });
  const files = ownFiles({
    put: (kind, name) => write(withFile(written, last, kind, name), { rest: 0 }),
    read: (as, column) =>
      write(column === null ? without(written, ["customers", as]) : withValue(written, ["customers", as], column), {
        rest: 0,
      }),
  });
  const facts = { class: "brief-form model-form", "aria-label": "The brief" };
  const root = element("section", facts, top, controls, files, faults, asText);

  /** Shows another text; the controls are made anew unless they are what changed it. */
  function write(text: string, { rest = REST, rebuild = true, from = "elsewhere" }: Writing = {}): void {
    written = text;
    if (from !== "editor") editor.value = text;
    if (rebuild)
      controls.replaceChildren(
        ...briefControls(toldBy(text), (path, to) => write(withValue(written, path, to), { rebuild: false })),
      );
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (take()) root.dispatchEvent(new Event("input", { bubbles: true }));
    }, rest);
  }
  /** Checks the text, tells what is wrong, and takes it where nothing is. */
  function take(): boolean {
    if (tellFaults(faultsOf(written))) return false;
    const told = aboveOf(written);
    if (Object.keys(changedFrom(last, told)).length > 0) top.value = { ...last, ...told };
    last = top.value;
    value = { settings: { ...last, brief: written === beginning(last) ? "" : written }, brought: files.brought };
    return true;
  }
  top.addEventListener("input", (event) => {
    event.stopPropagation();
    const [before, now] = [last, top.value];
    last = now;
    const changed = changedFrom(before, now);
    write(now.program === before.program ? withAbove(written, changed) : beginning(now), { rest: 0 });
  });
  editor.addEventListener("input", () => write(editor.value, { from: "editor" }));
  root.addEventListener("input", (event) => {
    if (event.target !== root) event.stopImmediatePropagation(); // what is typed is not yet a brief
  });
  write(written, { rest: 0 });
  clearTimeout(waiting);
  take();
  return Object.defineProperty(root, "value", { get: () => value }) as unknown as BriefForm;
}

/** How a text is written: after how long it is taken, whether the controls are made again, and where it comes from. */
interface Writing {
  rest?: number;
  rebuild?: boolean;
  from?: "editor" | "elsewhere";
}

interface BriefText {
  editor: HTMLTextAreaElement;
  faults: HTMLUListElement;
  asText: HTMLDetailsElement;
  /** Lists the faults and says whether there are any. */
  tellFaults(faults: readonly string[]): boolean;
}

/** The elements of the brief as text: its editor, its faults, and the part of the page that folds it away. */
function briefText(): BriefText {
  const own = ownId("brief");
  const editor = element("textarea", {
    id: own,
    rows: 24,
    spellcheck: "false",
    autocomplete: "off",
    wrap: "off",
    "aria-describedby": `${own}-faults`,
  });
  const faults = element("ul", { id: `${own}-faults`, class: "fault faults", "aria-live": "polite" });
  const words =
    "Everything above writes into this text, and this text is what is run. Change it as you like: it is YAML.";
  const asText = element(
    "details",
    { class: "as-brief" },
    element("summary", {}, "The brief as text"),
    element("label", { for: own }, words),
    editor,
  );
  function tellFaults(found: readonly string[]): boolean {
    faults.replaceChildren(...found.map((fault) => element("li", {}, fault)));
    editor.toggleAttribute("aria-invalid", found.length > 0);
    if (found.length > 0) asText.open = true;
    return found.length > 0;
  }
  return { editor, faults, asText, tellFaults };
}

/** The settings that differ from what they were. */
const changedFrom = (before: Above, now: Partial<Above>): Partial<Above> =>
  Object.fromEntries(Object.entries(now).filter(([name, one]) => before[name as keyof Above] !== one));

/** A brief that names a file; where `name` is null, the customers that the settings above give. */
function withFile(text: string, settings: Above, kind: "ties" | "people", name: string | null): string {
  const path = ["customers", kind === "ties" ? "network" : "people"];
  if (name !== null) return withValue(text, path, name);
  if (kind === "people") return [["customers", "worth"], ["customers", "segment"], path].reduce(without, text);
  return withValue(text, path, String(valueIn(toldBy(beginning(settings)), ["customers", "network"])));
}

/** Everything that is wrong with a brief, a line each. */
function faultsOf(text: string): string[] {
  try {
    readBrief(text, BRIEF);
    return [];
  } catch (error) {
    if (error instanceof RangeError) return error.message.split("\n");
    throw error;
  }
}
