import { expect, test } from "vitest";
import { meanOf } from "../../../../models/studies/compare/measures.ts";
import { longerRows } from "../../../../models/studies/compare/report/tables.ts";

test("new customers at twice the horizon stand beside their change in the same worlds, which may be sure where they are not", () => {
  const near = Float64Array.of(100, 500, 900);
  const far = near.map((worth) => worth - 20);
  const late = (expansion: Float64Array) => ({
    npv: meanOf(expansion),
    expansion: meanOf(expansion),
    acceleration: meanOf(new Float64Array(3)),
  });
  const { html } = longerRows(
    {
      horizon: 20,
      worlds: 3,
      arms: [{ name: "some", near: late(near), far: late(far), change: meanOf(Float64Array.of(-20, -20, -20)) }],
    },
    "10 weeks",
    "20 weeks",
    "EUR",
  );
  const heads = [...html.matchAll(/<th scope="col"[^>]*>([^<]*)/g)].map(([, text]) => text);
  const cells = [...html.matchAll(/<td[^>]*>([^]*?)<\/td>/g)].map(([, text]) => text.replace(/<[^>]*>/g, " ").trim());
  expect(heads).toEqual([
    "program",
    "new customers after 10 weeks",
    "new customers after 20 weeks",
    "change",
    "sooner customers after 10 weeks",
    "sooner customers after 20 weeks",
  ]);
  expect(cells[2]).toBe("−20"); // no interval: the same in each world
  expect(cells[0]).toMatch(/^500 +−.* to /);
});
