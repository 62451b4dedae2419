import { expect, test } from "vitest";
import { ovation } from "../../../support/command.ts";

test("fit gives one JSON document, and a wrong model or series is told the right ones", async () => {
  const { code, out } = await ovation("fit", "bass", "room-air-conditioners", "--json");
  expect(code).toBe(0);
  const { model, estimates, loss, n } = JSON.parse(out) as {
    model: string;
    estimates: Record<string, Record<string, number>>;
    loss: number;
    n: number;
  };
  expect([model, n, Math.round(loss)]).toEqual(["bass", 13, 341468]);
  expect(Object.keys(estimates)).toEqual(["innovation", "imitation", "market"]);
  for (const each of Object.values(estimates)) expect(Object.keys(each)).toEqual(["value", "stderr", "low", "high"]);
  const wrong = await ovation("fit", "bas", "ultrasound");
  expect([wrong.code, wrong.err.trim()]).toEqual([
    2,
    "fit: bas is not a model that can be fitted; did you mean bass? known: bass",
  ]);
});
