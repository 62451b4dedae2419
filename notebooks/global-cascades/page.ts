export {
  again,
  exact,
  exactList,
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
export { cascadeTree, networkDownloads, networkView, positionsInWorker } from "../page/views.ts";
export { wattsThreshold } from "../../models/cascades/watts-threshold.ts";
export {
  cascadeWindow,
  GLOBAL,
  globalCascade,
  isGlobal,
  mostEasilyTipped,
} from "../../models/cascades/watts-window.ts";
export { modelForm } from "../controls/form.ts";
export { riotCommand, riotOf, riotParameters, riotPresets, riotView } from "./riot.ts";
export { asked, hereOf, networkOf, study } from "./study.ts";
export { mostFrequent, mostOutside } from "./window.ts";
