/** What all pages share, so that a page has one import for it. */
export { generate } from "../../models/networks/specification.ts";
export { toAddress } from "../controls/address.ts";
export { watch } from "../controls/watch.ts";
export { exact, exactList, nineInTen, noun, percent, plain, within } from "../exact.ts";
export { picture } from "../picture.ts";
export { isOne, shareOf } from "../study/share.ts";
export { worked } from "../study/study.ts";
export { workBox } from "../study/work-box.ts";
export { summariesOf } from "../study/worlds.ts";
export { downloads } from "../views/download.ts";
export { record } from "../views/frames.ts";
export { again, hashOf } from "./again.ts";
export { settingsForm } from "./settings-form.ts";
export { figureOf, tableOf } from "./shown.ts";
export { tools } from "./tools.ts";
