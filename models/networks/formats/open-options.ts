/** How to open a file that may be packed. */
export interface OpenOptions {
  /** The file of an archive or the sheet of a workbook to read, where there are several. */
  part?: string;
  /** What the file is for: a workbook may hold a sheet of each. */
  kind: "ties" | "people";
  /** The most bytes that it may unpack to. */
  most: number;
}
