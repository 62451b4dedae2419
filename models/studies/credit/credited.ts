import { type Network } from "../../core/index.ts";
import { compensatedTotal } from "../../statistics/index.ts";
import { type Mean, meanOf } from "../compare/measures.ts";
import { GROUPS, HEAD, OF_MEMBER } from "./task.ts";

/** The amounts reported for each member, by removal and by last touch, in discounted money. */
export const REPORTED = ["value", "own", "direct", "indirect", "lastTouch"] as const;
export type Reported = (typeof REPORTED)[number];

/** Means over worlds of the credit of the average member in one fifth of the order of scores. */
export type GroupCredit = Record<Reported | "shapley", Mean>;

export interface Credited {
  title: string;
  arm: string;
  worlds: number;
  currency: string;
  members: Mean;
  groups: GroupCredit[];
  /**
   * All members together by each method: the mean of the sampled members times the number of members, or for Shapley
   * the sum over fifths; the value of the program; and its value without any member, which is its cost to run.
   */
  sums: Record<"value" | "lastTouch" | "shapley" | "program" | "nobody", Mean>;
  /** The sampled members, by key. */
  looked: ({ world: number; member: string; group: number } & Record<Reported, number>)[];
}

/** The credit of members: means over the worlds that did not fail. */
export function summed(
  rows: readonly Float64Array[],
  network: Network,
): Omit<Credited, "title" | "arm" | "worlds" | "currency"> {
  const run = rows.filter((row) => !Number.isNaN(row[0]));
  const head = (row: Float64Array, name: (typeof HEAD)[number]): number => row[HEAD.indexOf(name)];
  const over = (value: (row: Float64Array) => number): Mean =>
    meanOf(Float64Array.from(run, value).filter(Number.isFinite));
  const looked = new Map(rows.map((row) => [row, lookedAt(row)]));
  const mean = (row: Float64Array, name: Reported, group?: number): number => {
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
      const own = Object.fromEntries(REPORTED.map((name) => [name, over((row) => mean(row, name, group))])) as Record<
        Reported,
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
      looked.get(row)!.map(({ member, ...amounts }) => ({ world, member: network.keys.key(member), ...amounts })),
    ),
  };
}

type Looked = { member: number; group: number } & Record<Reported, number>;

export function lookedAt(row: Float64Array): Looked[] {
  const from = HEAD.length + GROUPS;
  const places = Array.from({ length: (row.length - from) / OF_MEMBER.length }, (_, k) =>
    row.subarray(from + k * OF_MEMBER.length, from + (k + 1) * OF_MEMBER.length),
  );
  return places
    .filter(([member]) => !Number.isNaN(member))
    .map((values) => Object.fromEntries(OF_MEMBER.map((name, at) => [name, values[at]])) as Looked);
}

/** The number of members in a fifth: places m with ⌊5m ÷ members⌋ equal to it. */
const sizeOf = (members: number, group: number): number =>
  Math.ceil(((group + 1) * members) / GROUPS) - Math.ceil((group * members) / GROUPS);
