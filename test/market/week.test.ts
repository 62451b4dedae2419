import { expect, test } from "vitest";
import { type Given, settle } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";
import { advocateProgram } from "../../models/programs/advocate-program.ts";
import { market } from "../../models/market/market.ts";

const path = generate("path:nodes=3", "1");
const settled = (given: Given<typeof market.parameters>) => () => settle(market, path, given);
/** One of two segments never leaves. */
const loyal = "loyal:0.5/1/1/0/1+new:0.5/1/1/1/1";

test("customers who never leave are not waited for, and without a discount they have no expected worth", () => {
  expect(settled({ terminal: "runOff", leaving: 0 })).toThrow(
    "market: terminal=runOff requires leaving above 0 in every segment",
  );
  const endless = "market: terminal=expected requires discount above 0, or leaving above 0 in every segment";
  expect(settled({ terminal: "expected", leaving: 0, discount: 0 })).toThrow(endless);
  expect(settled({ terminal: "expected", segments: loyal, discount: 0 })).toThrow(endless);
  expect(settled({ terminal: "expected", leaving: 0, discount: 1e-18 })).toThrow(endless); // too little to lower anything
  for (const given of [
    { leaving: 0, discount: 0.01 },
    { leaving: 0.01, discount: 0 },
  ])
    expect(settled({ terminal: "expected", ...given })).not.toThrow();
});

test("members are not paid by a worth that is infinite in the segment that stays longest", () => {
  const scored = (given: Given<typeof advocateProgram.parameters>) => () =>
    settle(advocateProgram, path, { terminal: "none", discount: 0, ...given });
  expect(scored({ segments: loyal, scoring: "value" })).toThrow(
    "advocate-program: scoring=value must have a discount above 0, or a leaving above 0 in every segment",
  );
  for (const given of [{ scoring: "volume" }, { scoring: "value", discount: 0.1 }] as const)
    expect(scored({ segments: loyal, ...given })).not.toThrow();
});
