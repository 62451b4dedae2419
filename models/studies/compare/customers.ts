import { type Attribute, mean as plainMean, network, type Network, unknownName } from "../../core/index.ts";
import { type Brief } from "../brief/brief.ts";
import { type Sources } from "../work/sources.ts";

/**
 * The customers of a brief, with their attributes under the names that the market reads, and notes on what was changed.
 */
export interface Customers {
  network: Network;
  told: string[];
}

/** The attributes that the market reads; a key of the brief with the same name says which column holds them. */
const READ = ["worth", "segment"] as const;

/**
 * The customers that `read` reads or draws. The column `worth` is divided by its mean, so that `margin` stays the
 * margin of the average customer. A column called `worth` or `segment` that the brief does not name is left out. Throws
 * `RangeError` for files and columns that are missing or do not fit.
 */
export async function customersOf(
  { customers, seed }: Pick<Brief, "customers" | "seed">,
  read: Sources["network"],
): Promise<Customers> {
  const reading = await read(customers.network, { seed, nodes: customers.people });
  const unnamed = READ.filter(
    (what) => customers[what] === undefined && Object.hasOwn(reading.network.attributes, what),
  );
  const attributes = Object.fromEntries(
    Object.entries(reading.network.attributes).filter(([name]) => !unnamed.some((what) => what === name)),
  );
  const told = [
    ...reading.told,
    ...unnamed.map((what) => `the column ${what} is not used: customers.${what} does not name it`),
  ];
  const faults: string[] = [];
  const column = (what: (typeof READ)[number]): Attribute | undefined => {
    const name = customers[what];
    if (name === undefined) return undefined;
    if (Object.hasOwn(reading.network.attributes, name)) return reading.network.attributes[name];
    faults.push(
      `customers.${what}: ${unknownName(name, "a column of the people", Object.keys(reading.network.attributes))}`,
    );
    return undefined;
  };
  const worth = column("worth");
  const segment = column("segment");
  if (worth?.kind === "category")
    faults.push(`customers.worth must name a column of numbers, got ${customers.worth}, which holds words`);
  else if (worth) {
    const fault = worthFault(worth.values, customers.worth!, reading.network);
    if (fault) faults.push(fault);
    else {
      const mean = plainMean(worth.values);
      attributes.worth = { ...worth, values: worth.values.map((value) => value / mean) };
      told.push(`a customer's worth is column ${customers.worth} divided by its mean, ${Number(mean.toPrecision(6))}`);
    }
  }
  if (segment) attributes.segment = segment;
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  const { directed, out, in: inward, keys } = reading.network;
  return { network: network({ directed, out, in: inward, keys, attributes }), told };
}

/** What is wrong with a column of worths, and the first customer it is wrong for. */
function worthFault(values: Float64Array, column: string, { keys }: Network): string | null {
  const must = "customers.worth must name a column that has a number of at least 0 for everyone, not all 0;";
  const wrong = [...values.keys()].filter((i) => !(values[i] >= 0 && values[i] < Infinity));
  if (wrong.length === 0) return plainMean(values) > 0 ? null : `${must} ${column} is 0 for everyone`;
  const first = Number.isNaN(values[wrong[0]]) ? "empty" : String(values[wrong[0]]);
  return `${must} ${column} is ${first} for ${keys.key(wrong[0])}${wrong.length > 1 ? `, and wrong for ${wrong.length - 1} more` : ""}`;
}
