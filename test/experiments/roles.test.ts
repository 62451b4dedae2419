import { expect, test } from "vitest";
import { choice, real, whole } from "../../models/core/index.ts";
import { type Axis } from "../../models/experiments/axis.ts";
import { fitted, parameterFaults, roles } from "../../models/experiments/roles.ts";

const parameters = {
  price: real(1, { min: 0, max: 9, about: "price", lever: true }),
  seedCount: whole(1, { min: 1, max: Infinity, about: "first customers", lever: true }),
  trust: real(0.5, { min: 0, max: 1, about: "trust" }),
  order: choice(["together", "one-by-one"], { about: "order" }),
};
const axes: Axis[] = [
  { name: "trust", from: 0, to: 1 },
  { name: "price", values: [1, 2] },
  { name: "seedCount", from: 1, to: 5 },
];

test("levers are what the model marks, unless they are named", () => {
  const names = (found: Axis[]): string[] => found.map(({ name }) => name);
  const marked = roles(axes, parameters);
  expect([names(marked.levers), names(marked.assumptions)]).toEqual([["price", "seedCount"], ["trust"]]);
  const named = roles(axes, parameters, ["trust"]);
  expect([names(named.levers), names(named.assumptions)]).toEqual([["trust"], ["price", "seedCount"]]);
});

test("ranges of whole parameters are whole", () => {
  expect(fitted(axes, parameters)).toEqual([axes[0], axes[1], { ...axes[2], whole: true }]);
});

test("axes that fit have no fault, others are told all at once", () => {
  expect(parameterFaults("shop", axes, parameters)).toEqual([]);
  const wrong: Axis[] = [
    { name: "trsut", values: [1] },
    { name: "trust", from: -1, to: 2 },
    { name: "seedCount", values: [1, 2.5] },
    { name: "order", from: 0, to: 1 },
    { name: "toString", values: [1] },
  ];
  expect(parameterFaults("shop", wrong, parameters)).toEqual([
    "shop: trsut is not a parameter; did you mean trust? known: price, seedCount, trust, order",
    "shop: trust must be a real number from 0 to 1, got -1",
    "shop: trust must be a real number from 0 to 1, got 2",
    "shop: seedCount must be a whole number of at least 1, got 2.5",
    "shop: order must be a list of settings, each one of together, one-by-one, got a range",
    "shop: toString is not a parameter; known: price, seedCount, trust, order",
  ]);
});
