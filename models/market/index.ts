/** One week in which customers hear of a product, try it, pay, talk and leave, while a rival competes for them. */
export { market, marketMeasures } from "./market.ts";
export { type Discounting, discounting } from "./money.ts";
export { marketParameters, type MarketValues } from "./parameters.ts";
export { type Market, type MarketColumns, type MarketRandom, marketState, marketStreams } from "./state.ts";
export { type Acts, begin, marketFaults, week } from "./week.ts";
export { equityOf, type Spell, spellOf, worthOf } from "./worth.ts";
