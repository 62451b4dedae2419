import { NONE } from "../../models/studies/brief/brief.ts";
import { readBrief } from "../../models/studies/brief/read.ts";
import { element, ownId } from "../element.ts";
import { BRIEF } from "./comparing.ts";

/** A choice of the program shown in detail: one of the brief's, or, with the value null, the one advised. */
export function programChoice(brief: string): HTMLElement & { readonly value: string | null } {
  const own = ownId("program");
  const names = readBrief(brief, BRIEF).arms.map(({ name }) => name);
  const select = element(
    "select",
    { id: own },
    element("option", { value: NONE }, "the one advised, or the best if none is advised"),
    ...names.map((name) => element("option", { value: name }, name)),
  );
  const root = element(
    "div",
    { class: "model-form program-choice" },
    element(
      "div",
      { class: "field preset" },
      element("label", { for: own }, "The program shown in detail"),
      element("span", { class: "controls" }, select),
    ),
  );
  return Object.defineProperty(root, "value", {
    get: () => (select.value === NONE ? null : select.value),
  }) as unknown as HTMLElement & { readonly value: string | null };
}
