import { expect, test } from "vitest";
import { budgetOf, sameBudget, schedule, spendAt } from "../../../models/programs/advocacy/schedule.ts";

const rowsOf = (text: string) => schedule.read(text);

test("a schedule is on in the weeks of its rows and spends their money a week", () => {
  const rows = rowsOf("0-4:100+8-12:50.5");
  expect(rows).toEqual([
    { from: 0, to: 4, spend: 100 },
    { from: 8, to: 12, spend: 50.5 },
  ]);
  expect([0, 3, 4, 7, 8, 11, 12].map((week) => spendAt(rows, week))).toEqual([100, 100, null, null, 50.5, 50.5, null]);
  expect(budgetOf(rows)).toBe(602);
  expect([rowsOf(""), spendAt([], 7), budgetOf([])]).toEqual([[], Infinity, Infinity]);
});

test("schedules of unequal budgets are not compared", () => {
  expect(() => sameBudget(["0-104:100", "0-52:200", "0-52:150+52-104:50"])).not.toThrow();
  expect(() => sameBudget(["", ""])).not.toThrow();
  expect(() => sameBudget(["0-104:100", "0-52:100"])).toThrow(
    "must spend the same in all, got 10400 (0-104:100), 5200 (0-52:100)",
  );
  expect(() => sameBudget(["0-104:100", ""])).toThrow(RangeError);
});
