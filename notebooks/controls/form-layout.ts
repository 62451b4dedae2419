import { type Parameters } from "../../models/core/index.ts";
import { element } from "../element.ts";
import { type Field } from "./field.ts";

/** The fields of a form in groups, and the errors that concern several fields. */
export interface FormLayout {
  readonly root: HTMLElement;
  /** Shows errors that belong to no single field. */
  tell(faults: readonly string[]): void;
  /** Opens the folded part if a field in it has an error. */
  unfold(): void;
}

/** The fields in `first` are always visible; the others are folded away. */
export function formLayout(
  name: string,
  parameters: Parameters,
  head: HTMLElement,
  fields: readonly Field[],
  first: ReadonlySet<string>,
): FormLayout {
  const foot = element("p", { class: "fault", "aria-live": "polite" });
  const more = element("details", { class: "more" }, element("summary", {}, "All other parameters"));
  const folded = fields.filter((one) => !first.has(one.name));
  const root = element("section", { class: "model-form", "aria-label": `Parameters of ${name}` }, head);
  root.append(
    ...groups(
      parameters,
      fields.filter((one) => first.has(one.name)),
    ),
  );
  if (folded.length > 0) {
    more.append(...groups(parameters, folded));
    root.append(more);
  }
  root.append(foot);
  return {
    root,
    tell: (faults) => (foot.textContent = faults.join("\n")),
    unfold() {
      if (folded.some((one) => one.element.querySelector("[aria-invalid]"))) more.open = true;
    },
  };
}

/** Levers and assumptions in separate groups; a group without fields is left out. */
function groups(parameters: Parameters, fields: readonly Field[]): HTMLElement[] {
  const group = (legend: string, members: readonly Field[]): HTMLElement[] =>
    members.length === 0
      ? []
      : [element("fieldset", {}, element("legend", {}, legend), ...members.map((member) => member.element))];
  const isLever = ({ name }: Field): boolean => parameters[name].lever === true;
  return [
    ...group("Levers: what can be chosen", fields.filter(isLever)),
    ...group(
      "Assumptions: what the world is like",
      fields.filter((one) => !isLever(one)),
    ),
  ];
}
