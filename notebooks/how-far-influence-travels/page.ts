export {
  again,
  exact,
  exactList,
  figureOf,
  generate,
  noun,
  percent,
  settingsForm,
  tableOf,
  tools,
  workBox,
} from "../page/page.ts";
export { wilson } from "../../models/statistics/index.ts";
export { excessOfMeasures, influenceCounts } from "./charts.ts";
export { beyondOf, chainLaw, comparable, traitIn } from "./clusters.ts";
export { personView } from "./person-view.ts";
export { clustersJob, networkOf, personIn } from "./settings.ts";
export { degreesText, study } from "./study.ts";
export { keyFault } from "../views/node-field.ts";
