import { market } from "../../market/market.ts";

/** The market that every arm shares, asked like a market with programs. */
export const theMarket = {
  ...market,
  named: (parameter: string): readonly string[] => (Object.hasOwn(market.parameters, parameter) ? [parameter] : []),
};
