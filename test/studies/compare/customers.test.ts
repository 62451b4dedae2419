import { NOTHING_DROPPED } from "../../../models/networks/edges.ts";
import { expect, test } from "vitest";
import { network } from "../../../models/core/index.ts";
import { generate } from "../../../models/networks/specification.ts";
import { customersOf } from "../../../models/studies/compare/customers.ts";

const path = generate("path:nodes=4", "1");
const read = (spend: number[]) => () =>
  Promise.resolve({
    network: network({
      directed: false,
      out: path.out,
      attributes: { spend: { kind: "number" as const, values: Float64Array.from(spend) } },
    }),
    dropped: NOTHING_DROPPED,
    unusable: [],
    rows: 3,
    told: [],
    spec: "x",
  });
const customers = (spend: number[]) =>
  customersOf({ customers: { network: "x", worth: "spend" }, seed: "1" }, read(spend));

test("worth is told as a multiple of its mean", async () => {
  const { network: made, told } = await customers([1, 2, 3, 6]);
  expect(made.attributes.worth).toEqual({ kind: "number", values: Float64Array.of(1 / 3, 2 / 3, 1, 2) });
  expect(told).toEqual(["a customer's worth is column spend divided by its mean, 3"]);
});

test("a column that is only called worth or segment changes nothing and is said not to be used; a column named in its stead counts", async () => {
  const number = { kind: "number" as const, values: Float64Array.of(1000, 1000, 1000, 1000) };
  const named = (worth?: string) =>
    customersOf({ customers: { network: "x", worth }, seed: "1" }, async () => {
      const { network: made, ...others } = await read([1, 2, 3, 6])();
      return {
        ...others,
        network: network({
          directed: false,
          out: path.out,
          attributes: { ...made.attributes, worth: number, segment: number, age: number },
        }),
      };
    });
  const { network: made, told } = await named();
  expect(Object.keys(made.attributes)).toEqual(["spend", "age"]);
  expect(told).toEqual([
    "the column worth is not used: customers.worth does not name it",
    "the column segment is not used: customers.segment does not name it",
  ]);
  expect((await named("worth")).network.attributes.worth).toMatchObject({ values: Float64Array.of(1, 1, 1, 1) });
  expect((await named("spend")).network.attributes.worth).toMatchObject({
    values: Float64Array.of(1 / 3, 2 / 3, 1, 2),
  });
});

test("a worth that is empty, below 0 or 0 for all is refused with the customer whose it is", async () => {
  const must = "customers.worth must name a column that has a number of at least 0 for everyone, not all 0;";
  await expect(customers([1, NaN, 3, NaN])).rejects.toThrow(`${must} spend is empty for 1, and wrong for 1 more`);
  await expect(customers([1, 2, 3, -4])).rejects.toThrow(new RegExp(`${must} spend is -4 for 3$`));
  await expect(customers([0, 0, 0, 0])).rejects.toThrow(`${must} spend is 0 for everyone`);
});
