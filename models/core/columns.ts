/** One state variable: a typed array with one entry per node, initially zero, or of another length with `ofWorld`. */
export interface Column<A extends Numbers = Numbers> {
  type: ColumnType;
  about: string;
  make: (length: number) => A;
}
export type ColumnType = "f64" | "f32" | "i32" | "u32" | "u16" | "u8";
export type Numbers = Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;
export type State = Record<string, Column>;
export type Columns<S extends State> = { readonly [K in keyof S]: S[K] extends Column<infer A> ? A : never };

export const f64 = (about: string): Column<Float64Array> => ({ type: "f64", about, make: (n) => new Float64Array(n) });
export const f32 = (about: string): Column<Float32Array> => ({ type: "f32", about, make: (n) => new Float32Array(n) });
export const i32 = (about: string): Column<Int32Array> => ({ type: "i32", about, make: (n) => new Int32Array(n) });
export const u32 = (about: string): Column<Uint32Array> => ({ type: "u32", about, make: (n) => new Uint32Array(n) });
export const u16 = (about: string): Column<Uint16Array> => ({ type: "u16", about, make: (n) => new Uint16Array(n) });
export const u8 = (about: string): Column<Uint8Array> => ({ type: "u8", about, make: (n) => new Uint8Array(n) });

/** A column for the whole world: `length` numbers, whatever the number of nodes. */
export const ofWorld = <A extends Numbers>(column: Column<A>, length: number): Column<A> => ({
  ...column,
  make: () => column.make(length),
});

/** The columns in the order of the definition, for code that treats them all alike. */
export const columnList = <S extends State>(columns: Columns<S>): Numbers[] => Object.values<Numbers>(columns);

export function makeColumns<S extends State>(state: S, length: number): Columns<S> {
  const columns = Object.entries(state).map(([name, column]) => [name, column.make(length)]);
  return Object.fromEntries(columns) as Columns<S>;
}

/** The sum in index order, so that the result never depends on the caller. */
export function total(column: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i];
  return sum;
}

/** The mean over nodes; NaN if there are none. */
export const mean = (column: ArrayLike<number>): number => total(column) / column.length;
