import { fingerprint, type Network, refuse, settle } from "../../core/index.ts";
import { MOST_WEEKS } from "../../market/parameters.ts";
import { drawn, valueAt } from "../brief/assumptions.ts";
import { type Brief, givenTo } from "../brief/brief.ts";
import { programNamed } from "../../programs/programs.ts";
import { theMarket } from "../brief/programs.ts";
import { hash } from "../work/hash.ts";
import { toParts } from "../work/setup.ts";
import { columnNames } from "./columns.ts";
import { type Customers } from "./customers.ts";
import { type Comparison } from "./task.ts";

/** A comparison after every check, with what its results depend on and their key. */
export interface CompareJob {
  kind: "compare";
  ovation: string;
  key: string;
  brief: Brief;
  /** The words that ask for the same again. */
  command: string;
  /** Fingerprints of the code of the market, of each program and of the measures. */
  code: Record<string, string>;
  customers: {
    spec: string;
    fingerprint: string;
    people: number;
    ties: number;
    directed: boolean;
    meanContacts: number;
    mostContacts: number;
    told: string[];
  };
  /** Weeks of each look: the horizon and, where it is asked for and can be run, twice that. */
  horizons: number[];
}
/** The same before it is said which version and code run it. */
export type UnkeyedJob = Omit<CompareJob, "ovation" | "key" | "code">;

export interface PreparedComparison<J = CompareJob> {
  job: J;
  comparison: Comparison;
  network: Network;
}

/** What the results of a comparison depend on beside the brief and its customers. */
export interface Made {
  /** The version of the project. */
  ovation: string;
  /** The fingerprint of the code of a model, or of `measures`. */
  codeOf(part: string): string;
}

/** The models whose files say what an arm does. */
const modelsOf = (program: string): string[] =>
  programNamed(program).seats.map((seat) => `${seat.program.name}-program`);

/** The comparison with what else its results depend on, and its key. */
export function keyed(job: UnkeyedJob, { ovation, codeOf }: Made): CompareJob {
  const { brief, command, customers, horizons } = job;
  const parts = [theMarket.name, ...new Set(brief.arms.flatMap(({ program }) => modelsOf(program))), "measures"];
  const code = Object.fromEntries(parts.map((part) => [part, codeOf(part)]));
  const key = hash({
    version: ovation,
    code,
    network: customers.fingerprint,
    horizons,
    columns: columnNames(brief.arms),
    brief: { ...brief, customers: undefined },
  });
  return { kind: "compare", ovation, key, brief, command, code, customers, horizons };
}

/** Checks every program among the customers. Throws `RangeError` with all faults at once. */
export function comparisonOf(
  brief: Brief,
  { network, told }: Customers,
  command: string,
): PreparedComparison<UnkeyedJob> {
  const twice = 2 * brief.horizon;
  const horizons = brief.longer && twice <= MOST_WEEKS ? [brief.horizon, twice] : [brief.horizon];
  refuse(worldFaults(brief, network));
  const job: UnkeyedJob = {
    kind: "compare",
    brief,
    command,
    customers: {
      spec: brief.customers.network,
      fingerprint: fingerprint(network),
      people: network.size,
      ties: network.edges,
      directed: network.directed,
      meanContacts: network.arcs / network.size,
      mostContacts: mostContactsOf(network),
      told,
    },
    horizons,
  };
  const comparison: Comparison = {
    network: toParts(brief.customers.network, network, brief.customers.people),
    market: brief.market,
    arms: brief.arms.map(({ name, program, parameters }) => ({ name, program, parameters })),
    assumptions: brief.assumptions,
    seed: brief.seed,
    horizons,
  };
  return { job, comparison, network };
}

function mostContactsOf({ size, out }: Network): number {
  let most = 0;
  for (let i = 0; i < size; i++) most = Math.max(most, out.degree(i));
  return most;
}

/** Worlds whose assumptions are checked before anything runs, in addition to the ends of all ranges. */
const CHECKED = 50;

/**
 * Values that the market or a program refuses, at the ends of the assumed ranges and in the first worlds; each fault
 * once.
 */
function worldFaults(brief: Brief, network: Network): string[] {
  const { assumptions, seed, arms } = brief;
  const at = (u: number) =>
    Object.fromEntries(assumptions.map((assumption) => [assumption.name, valueAt(assumption, u)]));
  const draw = drawn(assumptions, seed);
  const points =
    assumptions.length === 0
      ? [{}]
      : [at(0), at(1 - 2 ** -32), ...Array.from({ length: CHECKED }, (_, world) => draw(world))];
  const faults = new Set<string>();
  for (const values of points) {
    for (const { name, program, parameters } of [{ name: "", program: "", parameters: {} }, ...arms]) {
      const model = program === "" ? theMarket : programNamed(program);
      try {
        settle(model, network, givenTo(model, brief, parameters, values));
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        for (const fault of error.message.split("\n")) faults.add(name === "" ? fault : `arms.${name}: ${fault}`);
      }
    }
    if (faults.size > 0) break;
  }
  return withoutEchoes([...faults]);
}

/** Each arm repeats the faults of the market; they are reported once. */
function withoutEchoes(faults: readonly string[]): string[] {
  const ofMarket = new Set(
    faults.map((fault) => /^market: (.*)$/s.exec(fault)?.[1]).filter((text) => text !== undefined),
  );
  return faults.filter(
    (fault) => !(fault.startsWith("arms.") && ofMarket.has(fault.replace(/^arms\..*?: [a-z-]+: /s, ""))),
  );
}
