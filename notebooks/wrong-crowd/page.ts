export {
  again,
  exact,
  figureOf,
  hashOf,
  nineInTen,
  percent,
  plain,
  settingsForm,
  summariesOf,
  tableOf,
  toAddress,
  tools,
  watch,
  within,
  workBox,
  worked,
} from "../page/page.ts";
export { game } from "./game.ts";
export { optionName, placeIn, queueOf } from "./queue.ts";
export { queueView } from "./queue-view.ts";
export { closedFormOf, crowdsOf, queueJob, ROUNDS, study } from "./study.ts";
