import { readBrief } from "../../models/studies/brief/read.ts";
import { modelForm } from "../controls/form.ts";
import { element, ownId } from "../element.ts";
import { type Brought } from "../study/brought.ts";
import {
  above,
  type Above,
  aboveOf,
  beginning,
  contentOf,
  valueIn,
  withAbove,
  without,
  withValue,
} from "./beginning.ts";
import { BRIEF } from "./comparing.ts";
import { briefControls } from "./controls.ts";
import { ownFiles } from "./own-files.ts";
import { type Settings, study } from "./study.ts";

/** What the reader set: settings, and the files that the brief names. */
export interface Asked {
  settings: Settings;
  brought: Brought;
}
/** An element with the last valid brief; it sends `input` when that changes. */
export type BriefForm = HTMLElement & { readonly value: Asked };

/** Nothing runs until a slider has been at rest for this many milliseconds. */
const REST = 250;

const FILES = [
  {
    name: "The project's sampling brief in full",
    about: "as its file has it: 2,000 customers and up to 400 worlds; takes minutes",
    values: { customers: 2000, worlds: 400 },
  },
  {
    name: "The project's advocate brief in full",
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
 * A brief that the reader sets by fields and sliders, by files, or as text. The text is what counts: everything else
 * writes into it and follows it. All faults in it are listed at once, each with its line; until they are mended, the
 * last valid brief stays in use.
 */
export function briefForm(address: URLSearchParams): BriefForm {
  const top = modelForm({ name: study.name, about: study.about, parameters: above }, { address, presets: FILES });
  let last: Above = top.value;
  let written = address.get("brief") ?? beginning(last);
  let value: Asked = { settings: { ...last, brief: "" }, brought: {} };
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const { editor, faults, asText, showFaults } = briefText();
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

  /** Shows another text; the controls are made again unless they are what changed it. */
  function write(text: string, { rest = REST, rebuild = true, from = "elsewhere" }: Writing = {}): void {
    written = text;
    if (from !== "editor") editor.value = text;
    if (rebuild)
      controls.replaceChildren(
        ...briefControls(contentOf(text), (path, to) => write(withValue(written, path, to), { rebuild: false })),
      );
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (take()) root.dispatchEvent(new Event("input", { bubbles: true }));
    }, rest);
  }
  /** Checks the text, lists its faults, and takes it if there are none. */
  function take(): boolean {
    if (showFaults(faultsOf(written))) return false;
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
    if (event.target !== root) event.stopImmediatePropagation(); // text being typed is not yet a brief
  });
  write(written, { rest: 0 });
  clearTimeout(waiting);
  take();
  return Object.defineProperty(root, "value", { get: () => value }) as unknown as BriefForm;
}

/**
 * How a text is written: the delay before it is taken, whether the controls are made again, and where it comes from.
 */
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
  showFaults(faults: readonly string[]): boolean;
}

/** The elements of the brief as text: its editor, its faults, and the fold that contains it. */
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
    "Everything above is written into this text, and this text is what runs. Change it as you like: it is YAML.";
  const asText = element(
    "details",
    { class: "as-brief" },
    element("summary", {}, "The brief as text"),
    element("label", { for: own }, words),
    editor,
  );
  function showFaults(found: readonly string[]): boolean {
    faults.replaceChildren(...found.map((fault) => element("li", {}, fault)));
    editor.toggleAttribute("aria-invalid", found.length > 0);
    if (found.length > 0) asText.open = true;
    return found.length > 0;
  }
  return { editor, faults, asText, showFaults };
}

/** The settings that have changed. */
const changedFrom = (before: Above, now: Partial<Above>): Partial<Above> =>
  Object.fromEntries(Object.entries(now).filter(([name, one]) => before[name as keyof Above] !== one));

/** A brief that names a file; if `name` is null, the customers of the settings above. */
function withFile(text: string, settings: Above, kind: "ties" | "people", name: string | null): string {
  const path = ["customers", kind === "ties" ? "network" : "people"];
  if (name !== null) return withValue(text, path, name);
  if (kind === "people") return [["customers", "worth"], ["customers", "segment"], path].reduce(without, text);
  return withValue(text, path, String(valueIn(contentOf(beginning(settings)), ["customers", "network"])));
}

/** The faults of a brief, one per line. */
function faultsOf(text: string): string[] {
  try {
    readBrief(text, BRIEF);
    return [];
  } catch (error) {
    if (error instanceof RangeError) return error.message.split("\n");
    throw error;
  }
}
