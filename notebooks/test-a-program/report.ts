import { code, ovation } from "ovation:made";
import { keyed } from "../../models/studies/compare/job.ts";
import { comparePage } from "../../models/studies/compare/report/page.ts";
import { element } from "../element.ts";
import { saveButton } from "../views/download.ts";
import { BRIEF, type Compared } from "./comparing.ts";

/**
 * Buttons that save the brief as it is run and, once all worlds are done, the report that the command line writes.
 */
export function saveButtons(brief: string, { job, decision, npv }: Compared, complete: boolean): HTMLElement {
  const buttons = [saveButton("Save the brief", BRIEF, { file: BRIEF, type: "application/yaml", make: () => brief })];
  if (complete && job && decision) {
    const make = (): string =>
      comparePage(decision, keyed(job, { ovation, codeOf: (part) => code[part] }), npv, document);
    buttons.push(saveButton("Save the report", "report.html", { file: "report.html", type: "text/html", make }));
  }
  const waits =
    buttons.length > 1
      ? []
      : [element("span", { class: "about" }, " The report can be saved when all worlds have been run.")];
  return element("p", { class: "downloads" }, ...buttons, ...waits);
}
