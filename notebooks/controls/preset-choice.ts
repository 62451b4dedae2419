import { element, ownId } from "../element.ts";

/** Shown while the fields match no preset. */
export const OWN = "Own values";

export interface PresetChoice {
  readonly element: HTMLElement;
  readonly select: HTMLSelectElement;
  /** Shows the preset of that name, or that the values match none. */
  show(name: string): void;
}

/** A menu of presets, with a description of the one shown. */
export function presetChoice(sets: readonly { name: string; about: string }[]): PresetChoice {
  const [own, note] = [ownId("preset"), ownId("about")];
  const about = element("span", { id: note, class: "about" });
  const select = element(
    "select",
    { id: own, "aria-describedby": note },
    ...sets.map(({ name }) => element("option", {}, name)),
  );
  select.append(element("option", { disabled: true }, OWN));
  const whole = element(
    "div",
    { class: "field preset" },
    element("label", { for: own }, "Preset"),
    element("span", { class: "controls" }, select),
    about,
  );
  function show(name: string): void {
    const at = sets.findIndex((set) => set.name === name);
    select.selectedIndex = at < 0 ? sets.length : at;
    about.textContent = at < 0 ? "values of your own" : sets[at].about;
  }
  return { element: whole, select, show };
}
