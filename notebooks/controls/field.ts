import { fromText, type Parameter, toText } from "../../models/core/index.ts";
import { element, ownId } from "../element.ts";
import { valueFault } from "./address.ts";
import { tableRows } from "./table-rows.ts";

/** One parameter on the page: its label, its control, its meaning and its error. */
export interface Field {
  readonly name: string;
  readonly element: HTMLElement;
  /** The contents of the field in the form the model takes; they may be invalid. */
  read(): unknown;
  /** Puts a text into the field, valid or not. Returns false and changes nothing if the field cannot show it. */
  write(text: string): boolean;
  /** Shows the error next to the field, or removes it. */
  tell(fault: string | undefined): void;
  focus(): void;
}

/** The widest range in which a slider has at least a pixel for each whole number. */
const MOST_STOPS = 1000;

/** The field of a parameter. Its text may be invalid while someone types; nothing is changed silently. */
export function field(name: string, parameter: Parameter): Field {
  const [own, about, wrong] = [ownId(name), ownId("about"), ownId("fault")];
  const control = mainControl(parameter, { id: own, "aria-describedby": `${about} ${wrong}` });
  const slider = sliderOf(name, parameter);
  const rows = parameter.table && tableRows(name, parameter, parameter.table, retype);
  const message = element("span", { id: wrong, class: "fault", "aria-live": "polite" });
  const unit = parameter.unit === undefined ? "" : ` (${parameter.unit})`;
  const label = element("label", { for: own }, element("span", { class: "name" }, name), unit);
  const controls = element("span", { class: "controls" }, control, ...(slider ? [slider] : []));
  if (rows) controls.append(rows.element);
  const notes = element("span", { id: about, class: "about" }, notesOf(parameter));
  const isFlag = control instanceof HTMLInputElement && control.type === "checkbox";
  const read = (): unknown => (isFlag ? control.checked : fromText(parameter, control.value));

  function write(text: string): boolean {
    if ((isFlag || parameter.kind === "choice") && valueFault(name, parameter, fromText(parameter, text)) !== undefined)
      return false;
    if (isFlag) control.checked = text === "true";
    else control.value = text;
    if (slider) follow(slider, text, parameter);
    rows?.follow(text);
    return true;
  }
  /** Puts a text into the control as if it were typed. */
  function retype(text: string): void {
    control.value = text;
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function tell(fault: string | undefined): void {
    message.textContent = fault ?? "";
    if (fault === undefined) control.removeAttribute("aria-invalid");
    else control.setAttribute("aria-invalid", "true");
  }
  controls.addEventListener(
    "input",
    ({ target }) => {
      if (target === control) rows?.follow(control.value);
      if (!slider) return;
      if (target === slider) control.value = slider.value;
      follow(slider, control.value, parameter);
    },
    { capture: true },
  );
  write(toText(parameter, parameter.fallback));
  const whole = element(
    "div",
    { class: `field ${parameter.kind}`, "data-parameter": name },
    label,
    controls,
    notes,
    message,
  );
  return { name, element: whole, read, write, tell, focus: () => control.focus() };
}

/** Numbers are typed as text: a number field hides what it cannot read, so that its error could not be named. */
function mainControl(
  { kind, options = [] }: Parameter,
  facts: Record<string, string>,
): HTMLInputElement | HTMLSelectElement {
  if (kind === "choice")
    return element("select", facts, ...options.map((option) => element("option", { value: option }, option)));
  if (kind === "flag") return element("input", { ...facts, type: "checkbox" });
  const mode = kind === "real" ? "decimal" : kind === "whole" ? "numeric" : "text";
  return element("input", {
    ...facts,
    type: "text",
    inputmode: mode,
    autocomplete: "off",
    spellcheck: "false",
    placeholder: kind === "nodes" ? "none" : undefined,
  });
}

function notesOf(parameter: Parameter): string {
  const { kind, about, must } = parameter;
  const usual = toText(parameter, parameter.fallback);
  if (kind === "flag" || kind === "choice") return `${about}. Usual: ${usual}.`;
  const form = kind === "nodes" ? `${must}, joined by commas` : must;
  return `${about}; ${form}. Usual: ${usual || "none"}.`;
}

/** A slider next to the number, if the range is closed and the slider can reach every whole number in it. */
function sliderOf(name: string, { kind, min = -Infinity, max = Infinity }: Parameter): HTMLInputElement | undefined {
  const width = max - min;
  if ((kind !== "real" && kind !== "whole") || !(width > 0 && width <= MOST_STOPS)) return undefined;
  const step = kind === "whole" ? 1 : 10 ** Math.floor(Math.log10(width / 50));
  return element("input", { type: "range", min, max, step, "aria-label": `${name}, slider` });
}

/** The slider is at its nearest stop, but its text is the number itself. */
function follow(slider: HTMLInputElement, text: string, { unit }: Parameter): void {
  if (text.trim() === "" || !Number.isFinite(Number(text))) return;
  slider.value = text;
  slider.setAttribute("aria-valuetext", unit === undefined ? text : `${text} ${unit}`);
}
