export {
  again,
  exact,
  figureOf,
  generate,
  nineInTen,
  noun,
  percent,
  record,
  settingsForm,
  tableOf,
  tools,
  watch,
  within,
  workBox,
  worked,
} from "../page/page.ts";
export { cascadeTree } from "../page/views.ts";
export { wattsThreshold } from "../../models/cascades/watts-threshold.ts";
export { decisionCard } from "../charts/decision-card.ts";
export { advice, better } from "./advice.ts";
export { isEasy } from "./carriers.ts";
export { closeDegree, networkOf, others } from "./places.ts";
export { study } from "./study.ts";
