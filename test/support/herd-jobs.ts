import fc from "fast-check";
import { spread } from "./spread.ts";

/** What a person does whose evidence is even. */
export const TIES = ["coin", "own", "adopt"] as const;

/** Any setting of the model of informational cascades. */
export const anyJob = fc.record({
  accuracy: spread(0.5, 1),
  tie: fc.constantFrom(...TIES),
  truth: fc.constantFrom("0", "1", "random"),
  release: fc.constantFrom(0, 0.3, 1),
  followOwn: fc.constantFrom(0, 0.3, 1),
  arrival: fc.constantFrom("given", "random"),
});
