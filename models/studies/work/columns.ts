import { type Scalar } from "./job.ts";

/** A table of columns to write, all of one length. */
export interface Column {
  name: string;
  type: "text" | "number" | "whole" | "flag";
  /** NaN and undefined are written as missing. */
  value(row: number): Scalar | undefined;
}
