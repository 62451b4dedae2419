import { real } from "../core/index.ts";
import { needsByShare } from "./needs.ts";
import { thresholdModel } from "./threshold-rule.ts";

/**
 * A customer joins once the share of its in-neighbours that have joined is at least its threshold. The comparison
 * is exact: one of five meets .2. At least one neighbour is needed, even at threshold 0, so customers without
 * in-neighbours never join.
 */
export const wattsThreshold = thresholdModel({
  name: "watts-threshold",
  about: "Customers join once a given share of their neighbours has joined.",
  source: "Watts 2002, PNAS 99:5766",
  threshold: real(0.18, { min: 0, max: 1, about: "share of in-neighbours that must have joined", unit: "share" }),
  must: "a share from 0 to 1",
  isRight: (share) => share >= 0 && share <= 1,
  needs: needsByShare,
});
