import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fingerprint, type Network, refuse, settle } from "../../models/core/index.ts";
import { MOST_WEEKS } from "../../models/programs/market/parameters.ts";
import { drawn, valueAt } from "../brief/assumptions.ts";
import { type Brief, givenTo } from "../brief/brief.ts";
import { programNamed, theMarket } from "../brief/programs.ts";
import { hash } from "../engine/job.ts";
import { codeOf } from "../engine/model-source.ts";
import { toParts } from "../engine/setup.ts";
import { version } from "../engine/version.ts";
import { customersOf } from "./customers.ts";
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
  customers: { spec: string; fingerprint: string; people: number; ties: number; directed: boolean; meanContacts: number; mostContacts: number; told: string[] };
  /** Weeks of each look: the horizon and, where it is asked for and can be run, twice that. */
  horizons: number[];
}
export interface PreparedComparison {
  job: CompareJob;
  comparison: Comparison;
  network: Network;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const codeIn = (path: string): string => codeOf(join(ROOT, path));

/** Loads the customers, checks every program in them, and gives the comparison its key. Throws `RangeError` with all faults at once. */
export async function prepareComparison(brief: Brief, command: string): Promise<PreparedComparison> {
  const { network, told } = await customersOf(brief);
  const twice = 2 * brief.horizon;
  const horizons = brief.longer && twice <= MOST_WEEKS ? [brief.horizon, twice] : [brief.horizon];
  refuse(worldFaults(brief, network));
  const names = [theMarket.name, ...new Set(brief.arms.map(({ program }) => program))];
  const code = Object.fromEntries([
    ...names.map((name) => [name, codeIn(`models/programs/${name}.ts`)] as const),
    ["measures", codeIn("models/programs/ledger/outcome.ts")] as const,
  ]);
  const print = fingerprint(network);
  const key = hash({ version: version(), code, network: print, horizons, brief: { ...brief, customers: undefined } });
  const job: CompareJob = {
    kind: "compare",
    ovation: version(),
    key,
    brief,
    command,
    code,
    customers: { spec: brief.customers.network, fingerprint: print, people: network.size, ties: network.edges, directed: network.directed, meanContacts: network.arcs / network.size, mostContacts: mostContactsOf(network), told },
    horizons,
  };
  const comparison: Comparison = {
    network: toParts(brief.customers.network, network, brief.customers.people),
    market: brief.market,
    arms: brief.arms.map(({ program, parameters }) => ({ program, parameters })),
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

/** Worlds of assumptions that are checked before anything runs, beside the ends of all ranges. */
const CHECKED = 50;

/** What the market or a program will not take, at the ends of what is assumed and in the first worlds; each fault once. */
function worldFaults(brief: Brief, network: Network): string[] {
  const { assumptions, seed, arms } = brief;
  const at = (u: number) => Object.fromEntries(assumptions.map((assumption) => [assumption.name, valueAt(assumption, u)]));
  const draw = drawn(assumptions, seed);
  const points = assumptions.length === 0 ? [{}] : [at(0), at(1 - 2 ** -32), ...Array.from({ length: CHECKED }, (_, world) => draw(world))];
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

/** A fault of the market is every arm's as well; it is told once. */
function withoutEchoes(faults: readonly string[]): string[] {
  const told = new Set(faults.map((fault) => (/^market: (.*)$/s.exec(fault)?.[1])).filter((text) => text !== undefined));
  return faults.filter((fault) => !(fault.startsWith("arms.") && told.has(fault.replace(/^arms\..*?: [a-z-]+: /s, ""))));
}
