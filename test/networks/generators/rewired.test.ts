import { expect, test } from "vitest";
import { type Network, sequence } from "../../../models/core/index.ts";
import { rewired } from "../../../models/networks/generators/rewired.ts";
import { generate } from "../../../models/networks/specification.ts";
import { degrees } from "../../../models/networks/structure/degrees.ts";
import { degreesOf, tiesOf } from "../../support/sound.ts";

const torus = (rewire: number, seed = 1): Network => generate(`moore-torus:rows=30,columns=30,rewire=${rewire}`, seed);
const plain = new Set(tiesOf(torus(0)));
const moved = (network: Network): string[] => tiesOf(network).filter((tie) => !plain.has(tie));

test("rewiring keeps everyone's number of contacts, makes no tie twice, and changes the share asked for", () => {
  for (const share of [0, 0.1, 0.5, 1]) {
    const network = torus(share);
    expect(degrees(network.out)).toEqual(degrees(torus(0).out));
    const ties = tiesOf(network);
    expect(new Set(ties).size).toBe(3600);
    expect(ties.some((tie) => tie.split("-")[0] === tie.split("-")[1])).toBe(false);
    // Two ties are refused with a chance of about 4·8/900, and a moved tie falls on an old one as rarely: below 5 % of
    // them stay.
    expect(moved(network).length / 3600).toBeLessThanOrEqual(share);
    expect(moved(network).length / 3600).toBeGreaterThanOrEqual(0.95 * share);
  }
});

test("in the same world ties that are moved early stay moved where more are", () => {
  const many = new Set(tiesOf(torus(0.6)));
  expect(moved(torus(0.1)).filter((tie) => !many.has(tie))).toEqual([]); // no tie is swapped twice
  expect(new Set(tiesOf(torus(0.6, 2)))).not.toEqual(many);
});

test("people of unequal numbers of contacts keep them too", () => {
  const network = generate("barabasi-albert:nodes=200,links=3", 1);
  const mixed = rewired(network, 1, sequence(Int32Array.of(1, 2, 3, 4)));
  expect(degreesOf(mixed)).toEqual(degreesOf(network));
  expect(tiesOf(mixed)).not.toEqual(tiesOf(network));
});

test("where every swap would repeat a tie nothing changes", () => {
  const all = generate("complete:nodes=6", 1);
  expect(tiesOf(rewired(all, 1, sequence(Int32Array.of(1, 2, 3, 4))))).toEqual(tiesOf(all));
});
