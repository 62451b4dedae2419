import { answer } from "../cli/output.ts";
import { aligned } from "../../models/studies/telling/text.ts";

export const round = (value: number): string => Math.round(value).toLocaleString("en");

/** Prints rows of numbers under their heads. */
export const table = (rows: string[][]): void =>
  answer(
    `${aligned(
      rows,
      rows[0].map((_, column) => column),
    )}\n`,
  );
