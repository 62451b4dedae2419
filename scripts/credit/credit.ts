import { type Network, unknownName } from "../../models/core/index.ts";
import { total } from "../../models/experiments/index.ts";
import { type Brief } from "../brief/brief.ts";
import { briefOf } from "../brief/file.ts";
import { programNamed } from "../brief/programs.ts";
import { allThreads } from "../cli/options.ts";
import { answer, answerJson, say } from "../cli/output.ts";
import { type Mean, meanOf } from "../compare/measures.ts";
import { prepareComparison } from "../compare/prepare.ts";
import { rowsOfWorlds } from "../engine/rows-of-worlds.ts";
import { tableOf } from "./table.ts";
import { type Crediting, GROUPS, HEAD, makeTask, OF_MEMBER, widthOf } from "./task.ts";

export interface CreditOptions {
  arm?: string;
  members: number;
  worlds: number;
  threads?: number;
  quiet?: boolean;
  json?: boolean;
}

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
   * All members together by each measure: those looked at times how many there are, and the values of all fifths added up for
   * Shapley; what the program is worth; and that without a single member: its cost to run.
   */
  sums: Record<"value" | "lastTouch" | "shapley" | "program" | "nobody", Mean>;
  /** The members looked at, by key. */
  looked: ({ world: number; member: string; group: number } & Record<Told, number>)[];
}

/** `credit <brief.yaml>`: what each member of a program is worth to it, by removal, by Shapley and by last touch. */
export async function credit(path: string, options: CreditOptions): Promise<void> {
  const { credited, failed } = await creditOf(briefOf(path, "credit"), options);
  if (credited === null) {
    process.exitCode = 130;
    say("stopped before the end; nothing is kept");
    return;
  }
  if (options.json) answerJson(credited);
  else answer(tableOf(credited));
  if (failed.length === 0) return;
  process.exitCode = 1;
  say(`${failed.length} worlds failed and are left out; the first: ${failed[0]}`);
}

/** Runs the worlds on threads; null where it was stopped. The result does not depend on threads. */
export async function creditOf(brief: Brief, { arm: wanted, members, worlds, threads = allThreads(), quiet = false }: CreditOptions): Promise<{ credited: Credited | null; failed: string[] }> {
  const arm = wanted === undefined ? brief.arms[0] : brief.arms.find(({ name }) => name === wanted);
  if (!arm) throw new RangeError(`credit: ${unknownName(wanted ?? "", "an arm of the brief", brief.arms.map(({ name }) => name))}`);
  if (!Object.hasOwn(programNamed(arm.program).parameters, "leftOut")) throw new RangeError(`credit: the arm must be a program whose members can be left out, got ${arm.program}`);
  const { comparison, network } = await prepareComparison(brief, "");
  const setup: Crediting = { ...comparison, arm, horizon: brief.horizon, sample: members };
  const { rows, failed } = await rowsOfWorlds(setup, { module: new URL("./task.ts", import.meta.url), makeTask }, { worlds, width: widthOf(members), threads, quiet });
  if (rows === null) return { credited: null, failed };
  const { title, currency } = brief;
  return { credited: { title, arm: arm.name, worlds, currency, ...summed(rows, network) }, failed };
}

function summed(rows: readonly Float64Array[], network: Network): Omit<Credited, "title" | "arm" | "worlds" | "currency"> {
  const run = rows.filter((row) => !Number.isNaN(row[0]));
  const head = (row: Float64Array, name: (typeof HEAD)[number]): number => row[HEAD.indexOf(name)];
  const over = (value: (row: Float64Array) => number): Mean => meanOf(Float64Array.from(run, value).filter(Number.isFinite));
  const looked = new Map(rows.map((row) => [row, lookedAt(row)]));
  const mean = (row: Float64Array, name: Told, group?: number): number => {
    const those = looked.get(row)!.filter((one) => group === undefined || one.group === group);
    return those.reduce((sum, one) => sum + one[name], 0) / those.length;
  };
  const shapley = (row: Float64Array, group: number): number => row[HEAD.length + group];
  const fifths = (row: Float64Array): Float64Array => row.subarray(HEAD.length, HEAD.length + GROUPS).filter(Number.isFinite); // with fewer than five members some are empty
  return {
    members: over((row) => head(row, "members")),
    groups: Array.from({ length: GROUPS }, (_, group): GroupCredit => {
      const own = Object.fromEntries(TOLD.map((name) => [name, over((row) => mean(row, name, group))])) as Record<Told, Mean>;
      return { ...own, shapley: over((row) => shapley(row, group) / sizeOf(head(row, "members"), group)) };
    }),
    sums: {
      value: over((row) => head(row, "members") * mean(row, "value")),
      lastTouch: over((row) => head(row, "members") * mean(row, "lastTouch")),
      shapley: over((row) => total(fifths(row))),
      program: over((row) => head(row, "program")),
      nobody: over((row) => head(row, "nobody")),
    },
    looked: rows.flatMap((row, world) => looked.get(row)!.map(({ member, ...told }) => ({ world, member: network.keys.key(member), ...told }))),
  };
}

type Looked = { member: number; group: number } & Record<Told, number>;

function lookedAt(row: Float64Array): Looked[] {
  const from = HEAD.length + GROUPS;
  const places = Array.from({ length: (row.length - from) / OF_MEMBER.length }, (_, k) => row.subarray(from + k * OF_MEMBER.length, from + (k + 1) * OF_MEMBER.length));
  return places.filter(([member]) => !Number.isNaN(member)).map((values) => Object.fromEntries(OF_MEMBER.map((name, at) => [name, values[at]])) as Looked);
}

/** Members of a fifth: places m with ⌊5m ÷ members⌋ equal to it. */
const sizeOf = (members: number, group: number): number => Math.ceil(((group + 1) * members) / GROUPS) - Math.ceil((group * members) / GROUPS);
