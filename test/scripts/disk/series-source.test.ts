import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { seriesFrom, seriesOf } from "../../../scripts/disk/series-source.ts";

import { temporaryFolder } from "../../support/folder.ts";

const of = (text: string, choices = ""): readonly number[] => seriesOf(text, "sales.csv", choices).adoptions;

test("a series that comes with the project is found by name, in either spelling, and a wrong name is told the nearest", async () => {
  expect((await seriesFrom("room_air_conditioners")).adoptions.slice(0, 2)).toEqual([96, 195]);
  expect((await seriesFrom("Vcr-US")).name).toBe("vcr-us");
  await expect(seriesFrom("mamography")).rejects.toThrow("did you mean mammography?");
});

test("a table's column is the one asked for, else one with a usual name, else the last of numbers", () => {
  const table = "year,sales,price\n2001,5,9.5\n2002,7,9\n2003,8,8\n";
  expect(of(table)).toEqual([5, 7, 8]);
  expect(of(table, "column=price")).toEqual([9.5, 9, 8]);
  expect(of("year;units;note\n1;5;a\n2;7;b\n")).toEqual([5, 7]);
  expect(of("5\n7\n8")).toEqual([5, 7, 8]);
  expect(of('# made by hand\n"year"\t"units"\r\n1\t"5"\r\n\r\n2\t7\r\n')).toEqual([5, 7]);
  expect(() => of(table, "column=prize")).toThrow("prize is not one of its columns; did you mean price?");
  expect(() => of(table, "colum=price")).toThrow("colum is not a choice for a series; did you mean column?");
});

test("of several series in one table the rows of one are taken, and it must be said which", () => {
  const table = "series,t,adoptions\nfax,1,3\nfax,2,4\ntelex,1,9\n";
  expect(of(table, "series=fax")).toEqual([3, 4]);
  expect(() => of(table)).toThrow("it must be said which series, as in sales.csv?series=fax; it has fax, telex");
  expect(() => of(table, "series=fox")).toThrow("did you mean fax?");
});

test("totals so far become adoptions a period", () => {
  expect(of("total\n5\n12\n20", "cumulative=true")).toEqual([5, 7, 8]);
});

test("a cell that is no number is refused with its line", () => {
  expect(() => of("year,sales\n2001,5\n2002,\n")).toThrow("sales must be a number in every row, got nothing in line 3");
  expect(() => of("who,what\na,b\n")).toThrow("a column must hold numbers in every row, got none among who, what");
  expect(() => of("\n\n")).toThrow("a series must have rows, got none");
});

test("rows are put in the order of their time, and that is said; time=none takes them as they stand", () => {
  const table = "Year,sales\n1990,5\n1992,30\n1993,50\n1991,12\n1994,40\n";
  expect(seriesOf(table, "s.csv")).toMatchObject({
    adoptions: [5, 12, 30, 50, 40],
    notes: ["sorted by Year: the rows of the file are not in its order"],
  });
  expect(seriesOf(table, "s.csv", "time=none")).toMatchObject({ adoptions: [5, 30, 50, 12, 40], notes: [] });
  expect(of("total,when\n12,2\n5,1\n20,3\n", "time=when&column=total&cumulative=true")).toEqual([5, 7, 8]);
  for (const times of [
    ["2020-11", "2020-12", "2021-01"],
    ["2020-Q4", "2021-Q1", "2021-Q2"],
    ["2020-01-31", "2020-02-29", "2020-03-31"],
    ["2020-01-15", "2020-02-15", "2020-03-15"],
    ["2020-02-24", "2020-03-02", "2020-03-09"],
    ["1990", "1995", "2000"],
  ]) {
    const [a, b, c] = times;
    expect(seriesOf(`date,sales\n${b},2\n${a},1\n${c},3\n`, "s.csv").adoptions, a).toEqual([1, 2, 3]);
  }
});

test("periods that are missing, come twice or are no times are refused with their lines", () => {
  expect(() => of("year,sales\n1990,5\n1992,30\n1993,50\n1996,40\n")).toThrow(
    "got none in year between 1990 and 1992, between 1993 and 1996; time=none takes rows in their order",
  );
  expect(() => of("month,sales\n2020-01,5\n2020-02,6\n2020-04,7\n")).toThrow("between 2020-02 and 2020-04");
  expect(() => of("year,sales\n1990,5\n1991,6\n1990,7\n")).toThrow(
    "sales.csv, line 4: each year must come once, got 1990 again, first in line 2",
  );
  expect(() => of("date,sales\n2020-01-31,5\n2020-02-30,6\n")).toThrow(
    "sales.csv, line 3: date must be times of one kind",
  );
  expect(() => of("year,sales\n1990,5\n1991,6\n", "time=yaer")).toThrow("did you mean year?");
});

test("a series in UTF-16 is read", async () => {
  const path = join(temporaryFolder(), "u16.csv");
  writeFileSync(path, Buffer.from("\ufeffyear,sales\n1990,5\n1991,12\n", "utf16le"));
  expect((await seriesFrom(path)).adoptions).toEqual([5, 12]);
});
