export { complexContagion } from "../../models/cascades/complex-contagion.ts";
export { summarize } from "../../models/statistics/index.ts";
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
  within,
  workBox,
} from "../page/page.ts";
export { networkDownloads, networkView } from "../page/views.ts";
export { NEEDED, startOf, stopsAt, study, torusOf } from "./study.ts";
export { jumps, jumpTies, squarePlaces } from "./torus.ts";
