/** Rows of a table; a missing value, NaN included, is an empty field. */
export type Row = Readonly<Record<string, string | number | boolean | null | undefined>>;
