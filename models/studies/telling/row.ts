/** Rows of a table; a missing value, NaN included, is an empty field. */
export type DataRow = Readonly<Record<string, string | number | boolean | null | undefined>>;
