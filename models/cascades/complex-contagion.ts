import { whole } from "../core/index.ts";
import { needsByCount } from "./needs.ts";
import { thresholdModel } from "./threshold-rule.ts";

/**
 * A customer joins once a given number of its in-neighbours have joined. With individual thresholds, 0 means
 * joining unprompted in round 1: on a complete network with `seedCount` 0, that is the riot model of Granovetter
 * 1978, AJS 83:1420.
 */
export const complexContagion = thresholdModel({
  name: "complex-contagion",
  about: "Customers join once a given number of their neighbours have joined.",
  source: "Centola & Macy 2007, AJS 113:702",
  threshold: whole(2, { min: 1, max: 2 ** 31 - 1, about: "in-neighbours that must have joined", unit: "customers" }),
  must: "a whole number of at least 0",
  isRight: (count) => Number.isInteger(count) && count >= 0,
  needs: needsByCount,
});
