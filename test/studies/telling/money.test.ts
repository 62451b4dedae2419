import { expect, test } from "vitest";
import { duration, times } from "../../../models/studies/telling/durations.ts";
import { money, moneyInterval } from "../../../models/studies/telling/money.ts";
import { percent } from "../../../models/studies/telling/shares.ts";

test("money has the digits that its interval supports, and what is not 0 does not read 0", () => {
  expect(money(41_283, { low: 39_800, high: 42_800 })).toBe("41,300");
  expect(moneyInterval({ low: 39_812, high: 42_811 })).toBe("39,800 to 42,800");
  expect(moneyInterval({ low: 40, high: 9_000 })).toBe("40 to 9,000");
  expect(money(4.5512, { low: 4.45, high: 4.64 })).toBe("4.55");
  expect([money(7268), money(-34_771), money(467.9), money(5.9254), money(0), money(NaN)]).toEqual([
    "7,270",
    "−34,800",
    "468",
    "5.93",
    "0",
    "–",
  ]);
  expect(money(300, { low: 300, high: 300 })).toBe("300");
});

test("a share of worlds is never rounded to none or to all", () => {
  expect([percent(0), percent(0.001), percent(0.5), percent(0.999), percent(1)]).toEqual([
    "0\u00a0%",
    "<1\u00a0%",
    "50\u00a0%",
    ">99\u00a0%",
    "100\u00a0%",
  ]);
});

test("weeks are told in the unit of the brief, the first one as 1", () => {
  expect([times(0, "week"), times(56, "week"), times(56, "month"), times(NaN, "month")]).toEqual([
    "week 1",
    "week 57",
    "month 13",
    "–",
  ]);
  expect([duration(104, "week"), duration(104, "month"), duration(52 / 12, "month")]).toEqual([
    "104 weeks",
    "24 months",
    "1 month",
  ]);
});

test("a horizon of so many months is told as so many, and twice it as twice as many, though it was rounded to weeks", () => {
  for (let months = 1; months <= 120; months++) {
    const weeks = Math.round((months * 52) / 12);
    expect([duration(weeks, "month"), duration(2 * weeks, "month")]).toEqual([
      `${months} month${months === 1 ? "" : "s"}`,
      `${2 * months} months`,
    ]);
  }
});
