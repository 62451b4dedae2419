import { type Network } from "../../core/index.ts";
import { compensatedTotal } from "../../statistics/index.ts";
import { type Mean, meanOf } from "../compare/measures.ts";
import { GROUPS, HEAD, OF_MEMBER } from "./task.ts";

/** What is told of members by removal and by last touch, in discounted money. */
export const TOLD = ["value", "own", "direct", "indirect", "lastTouch"] as const;
export type Told = (typeof TOLD)[number];

/** Means over worlds of what the average member of a fifth of the order of scores is credited, the best first. */
export type GroupCredit = Record<Told | "shapley", Mean>;

export interface Credited {
  title: string;
  arm: string;
  worlds: number;
  currency: string;
  members: Mean;
  groups: GroupCredit[];
  /**
   * All members together by each measure: those looked at times how many there are, and the values of all fifths added
   * up for Shapley; what the program is worth; and that without a single member: its cost to run.
   */
  sums: Record<"value" | "lastTouch" | "shapley" | "program" | "nobody", Mean>;
  /** The members looked at, by key. */
  looked: ({ world: number; member: string; group: number } & Record<Told, number>)[];
}

/** What the worlds say of members: means over those that did not fail. */
export function summed(
  rows: readonly Float64Array[],
  network: Network,
): Omit<Credited, "title" | "arm" | "worlds" | "currency"> {
  const run = rows.filter((row) => !Number.isNaN(row[0]));
  const head = (row: Float64Array, name: (typeof HEAD)[number]): number => row[HEAD.indexOf(name)];
  const over = (value: (row: Float64Array) => number): Mean =>
    meanOf(Float64Array.from(run, value).filter(Number.isFinite));
  const looked = new Map(rows.map((row) => [row, lookedAt(row)]));
  const mean = (row: Float64Array, name: Told, group?: number): number => {
    const those = looked.get(row)!.filter((one) => group === undefined || one.group === group);
    return those.reduce((sum, one) => sum + one[name], 0) / those.length;
  };
  const shapley = (row: Float64Array, group: number): number => row[HEAD.length + group];
  const fifths = (row: Float64Array): Float64Array =>
    // with fewer than five members some are empty
    row.subarray(HEAD.length, HEAD.length + GROUPS).filter(Number.isFinite);
  return {
    members: over((row) => head(row, "members")),
    groups: Array.from({ length: GROUPS }, (_, group): GroupCredit => {
      const own = Object.fromEntries(TOLD.map((name) => [name, over((row) => mean(row, name, group))])) as Record<
        Told,
        Mean
      >;
      return { ...own, shapley: over((row) => shapley(row, group) / sizeOf(head(row, "members"), group)) };
    }),
    sums: {
      value: over((row) => head(row, "members") * mean(row, "value")),
      lastTouch: over((row) => head(row, "members") * mean(row, "lastTouch")),
      shapley: over((row) => compensatedTotal(fifths(row))),
      program: over((row) => head(row, "program")),
      nobody: over((row) => head(row, "nobody")),
    },
    looked: rows.flatMap((row, world) =>
      looked.get(row)!.map(({ member, ...told }) => ({ world, member: network.keys.key(member), ...told })),
    ),
  };
}

type Looked = { member: number; group: number } & Record<Told, number>;

export function lookedAt(row: Float64Array): Looked[] {
  const from = HEAD.length + GROUPS;
  const places = Array.from({ length: (row.length - from) / OF_MEMBER.length }, (_, k) =>
    row.subarray(from + k * OF_MEMBER.length, from + (k + 1) * OF_MEMBER.length),
  );
  return places
    .filter(([member]) => !Number.isNaN(member))
    .map((values) => Object.fromEntries(OF_MEMBER.map((name, at) => [name, values[at]])) as Looked);
}

/** Members of a fifth: places m with ⌊5m ÷ members⌋ equal to it. */
const sizeOf = (members: number, group: number): number =>
  Math.ceil(((group + 1) * members) / GROUPS) - Math.ceil((group * members) / GROUPS);
