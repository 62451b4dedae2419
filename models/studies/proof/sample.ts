import { find } from "../../catalog.ts";
import { measureNames, type Network, simulator } from "../../core/index.ts";
import { generate } from "../../networks/specification.ts";

export interface Sampling {
  /** A network, or the specification of one drawn under the seed. */
  network: Network | string;
  model: string;
  parameters: Record<string, unknown>;
  worlds: number;
  /** The model's own unless told. */
  steps?: number;
  measure?: string;
}

/**
 * A measure of a catalogued model in worlds 0, 1, 2, … of the seed. Targets that differ in the measure alone share
 * their worlds, which are run once as long as they follow each other closely. Throws `RangeError` unless the first ten
 * come out the same when they are asked for again.
 */
export function sample(job: Sampling, seed: string): number[] {
  const { measure = "reach", ...asked } = job;
  const at = measureNames(find(job.model).model).indexOf(measure);
  return shared(asked, seed).map((row) => row[at]);
}

/** Every measure of every world, a row a world; run anew at each call. */
export function rowsOf(
  { network: wanted, model: name, parameters, worlds, steps }: Sampling,
  seed: string,
): Float64Array[] {
  const { model } = find(name);
  const network = typeof wanted === "string" ? generate(wanted, seed) : wanted;
  const ask = (count: number): Float64Array[] => {
    const simulate = simulator(model, network, { parameters, seed, steps });
    return Array.from({ length: count }, (_, world) => {
      const row = new Float64Array(measureNames(model).length);
      simulate(world, row);
      return row;
    });
  };
  const rows = ask(worlds);
  const repeated = ask(Math.min(worlds, 10)).findIndex(
    (row, world) => !row.every((x, m) => Object.is(x, rows[world][m])),
  );
  if (repeated >= 0) throw new RangeError(`prove: world ${repeated} of ${name} must come out the same when repeated`);
  return rows;
}

/** What was asked for last: both seeds of the few targets that are told together. */
const KEPT = 8;
const latest = new Map<string, { network: Network | string; rows: Float64Array[] }>();

function shared({ network, ...job }: Sampling, seed: string): Float64Array[] {
  const place = typeof network === "string" ? network : "its own";
  const key = JSON.stringify([place, job, seed], (_, held: unknown) =>
    typeof held === "number" ? String(held) : held,
  );
  const found = latest.get(key);
  if (found?.network === network) return found.rows;
  const rows = rowsOf({ network, ...job }, seed);
  latest.delete(key);
  latest.set(key, { network, rows });
  if (latest.size > KEPT) latest.delete([...latest.keys()][0]);
  return rows;
}
