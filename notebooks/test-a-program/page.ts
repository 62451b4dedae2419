export { again, exact, figureOf, tableOf, tools, workBox } from "../page/page.ts";
export { briefForm } from "./brief-form.ts";
export { shownArm } from "./charts.ts";
export { customersRead } from "./customers.ts";
export { card, later, matters, reached, verdict } from "./found.ts";
export { programChoice } from "./program-choice.ts";
export { saveButtons } from "./report.ts";
export { briefOf, study } from "./study.ts";
