import { expect, test } from "vitest";
import { seriesFrom, seriesOf } from "../../../scripts/disk/series-source.ts";

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
