import { type Attribute, type Network, unknownName } from "../../core/index.ts";

/** Who has a trait, who does not, and for whom it is unknown. */
export interface Trait {
  name: string;
  /** 1 = has the trait; 0 = does not have it, or unknown. */
  has: Uint8Array;
  /** 1 = the trait is known and, if blocks are used, so is the block. */
  known: Uint8Array;
  /** Block of each node, from 0; all 0 without blocks. */
  block: Uint32Array;
  blocks: number;
}

export interface TraitChoice {
  /** Attribute of the nodes. */
  trait: string;
  /** The value that counts as having the trait. */
  value?: string;
  /** People with at least this value of a numeric attribute have the trait. */
  threshold?: number;
  /** Attribute that defines blocks; labels are shuffled within a block. */
  blocks?: string;
}

const WHO = "degrees";

/**
 * The trait that an attribute defines: numbers 0 and 1 as they are, other numbers with a value or a threshold,
 * categories with a value. Nodes without a known trait or, if blocks are used, without a known block are neither
 * egos nor alters, but ties still run through them. Throws `RangeError` with the nearest known name, listing all
 * faults, and if nobody or everyone has the trait, because there is then nothing to compare.
 */
export function traitOf(network: Network, choice: TraitChoice): Trait {
  const faults: string[] = [];
  const has = new Uint8Array(network.size);
  const known = new Uint8Array(network.size).fill(1);
  if (choice.value !== undefined && choice.threshold !== undefined)
    faults.push(`${WHO}: only one of value and threshold may be given, got both`);
  const attribute = attributeOf(network, choice.trait, "trait", faults);
  if (attribute && faults.length === 0) {
    const fault =
      attribute.kind === "number"
        ? ofNumbers(attribute.values, choice, has, known)
        : ofCategories(attribute, choice, has, known);
    if (fault) faults.push(`${WHO}: ${fault}`);
  }
  const grouping = choice.blocks === undefined ? null : attributeOf(network, choice.blocks, "blocks", faults);
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  const { block, blocks } = grouping ? blocksOf(grouping, known) : { block: new Uint32Array(network.size), blocks: 1 };
  let people = 0;
  let carriers = 0;
  for (let i = 0; i < network.size; i++) {
    has[i] &= known[i];
    people += known[i];
    carriers += has[i];
  }
  if (carriers === 0 || carriers === people) {
    throw new RangeError(
      `${WHO}: some people must have the trait ${choice.trait} and some must not, got ${carriers} of ${people} known`,
    );
  }
  return { name: choice.trait, has, known, block, blocks };
}

/** A trait from a column, such as a model's state: 0, 1, or anything else for unknown. It has no blocks. */
export function traitFrom(name: string, column: ArrayLike<number>): Trait {
  const has = Uint8Array.from(column, (value) => (value === 1 ? 1 : 0));
  const known = Uint8Array.from(column, (value) => (value === 0 || value === 1 ? 1 : 0));
  return { name, has, known, block: new Uint32Array(has.length), blocks: 1 };
}

function attributeOf({ attributes }: Network, name: string, role: string, faults: string[]): Attribute | null {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  const names = Object.keys(attributes);
  const hint = names.length === 0 ? "; use --nodes people.csv to add attributes" : "";
  faults.push(`${WHO}: ${role} ${unknownName(name, "an attribute of the nodes", names)}${hint}`);
  return null;
}

function ofNumbers(
  values: Float64Array,
  { trait, value, threshold }: TraitChoice,
  has: Uint8Array,
  known: Uint8Array,
): string | null {
  const wanted = value === undefined ? 1 : Number(value);
  if (value !== undefined && (value.trim() === "" || Number.isNaN(wanted)))
    return `value must be a number, as ${trait} is, got ${value}`;
  if (threshold !== undefined && Number.isNaN(threshold)) return `threshold must be a number, got ${threshold}`;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) known[i] = 0;
    else if (threshold !== undefined) has[i] = values[i] >= threshold ? 1 : 0;
    else if (value === undefined && values[i] !== 0 && values[i] !== 1)
      return `${trait} must be 0 or 1 unless value or threshold says who has it, got ${values[i]}`;
    else has[i] = values[i] === wanted ? 1 : 0;
  }
  return null;
}

function ofCategories(
  { codes, labels }: Attribute & { kind: "category" },
  { trait, value, threshold }: TraitChoice,
  has: Uint8Array,
  known: Uint8Array,
): string | null {
  const names = labels.filter((label, code) => code > 0 && label !== "");
  if (threshold !== undefined)
    return `threshold requires an attribute with numbers; ${trait} has ${names.slice(0, 5).join(", ")}`;
  if (value === undefined) return `value must say who has the trait; ${trait} has ${names.slice(0, 20).join(", ")}`;
  const wanted = labels.indexOf(value, 1);
  if (wanted < 0) return unknownName(value, `a value of ${trait}`, names);
  for (let i = 0; i < codes.length; i++) {
    if (codes[i] === 0) known[i] = 0;
    else has[i] = codes[i] === wanted ? 1 : 0;
  }
  return null;
}

/** Values numbered from 0 in order of appearance; people without a value become unknown. */
function blocksOf(attribute: Attribute, known: Uint8Array): { block: Uint32Array; blocks: number } {
  const { kind } = attribute;
  const values = kind === "number" ? attribute.values : attribute.codes;
  const numbers = new Map<number, number>();
  const block = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (kind === "number" ? Number.isNaN(value) : value === 0) known[i] = 0;
    if (known[i] === 0) continue;
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    block[i] = number;
  }
  return { block, blocks: numbers.size };
}
