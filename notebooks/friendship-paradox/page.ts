export {
  again,
  exact,
  figureOf,
  generate,
  noun,
  percent,
  plain,
  settingsForm,
  tableOf,
  tools,
  watch,
  within,
  workBox,
  worked,
} from "../page/page.ts";
export { adjacencyView, networkDownloads, networkView, player, positionsInWorker } from "../page/views.ts";
export { chartFigure } from "../charts/figure.ts";
export { vegaChart } from "../charts/vega.ts";
export { cloudRows, cloudSpec } from "./cloud.ts";
export { friendsMeans, friendsOf, ofPersonAndFriend, seenBy } from "./friends.ts";
export { gainOf, networkOf, study, tellsApart } from "./study.ts";
