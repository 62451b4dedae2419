import { choosable, type Brand, heardOf, tryBrand } from "./brands/hearsay.ts";
import { defineModel, distinct, i32, real, u8, whole } from "../core/index.ts";
import { firstCustomers, firstFaults, firstParameters } from "./first-customers.ts";

const NONE = 0;
const OWN = 1;
const RIVAL = 2;
const chance = (about: string, fallback = 0, lever = false) =>
  real(fallback, { min: 0, max: 1, about, unit: "a period", lever });

/**
 * Two brands seek the same customers. In a period each is taken up with chance
 * [1 − (1 − δ)(1 − q)^n]·(1 − h)^m: δ by advertising, q through each of n happy users heard, h the harm
 * of each of m unhappy users heard or met. Where both would be taken up, the likelier wins in proportion.
 * All decide at once by what stood before the period.
 *
 * Each mechanism has a value that turns it off: `attention` 0 hears all contacts, else so many of them a
 * period, a stretch of their list from a random place; `dissatisfaction` 0 leaves all happy; `weak` 0
 * meets nobody beyond the network, and chance meetings carry harm only, for bad news goes further;
 * `churn` 0 loses nobody, else who leaves may take up either brand later; no advertising, first
 * customers of the rival leave a monopoly. In the same world a monopoly without churn whose users are all
 * happy gains nobody later by more advertising, imitation, attention or first customers; and nobody
 * sooner if some are unhappy. Where some are, more advertising may also spread more harm.
 */
export const competingBrands = defineModel({
  name: "competing-brands",
  about: "Two brands compete by advertising and word of mouth, which unhappy customers turn against them.",
  source: "Libai, Muller & Peres 2013, JMR 50:161; harm: Goldenberg, Libai, Moldovan & Muller 2007, IJRM 24:186",
  parameters: {
    advertising: chance("advertising wins a customer (δ)", 0.01, true),
    imitation: chance("a happy user wins a contact (q)", 0.05, true),
    rivalAdvertising: chance("the same for the rival", 0.01),
    rivalImitation: chance("the same for the rival", 0.05),
    dissatisfaction: real(0, {
      min: 0,
      max: 1,
      about: "users who turn out unhappy; 0 for none",
      unit: "share",
      lever: true,
    }),
    rivalDissatisfaction: real(0, { min: 0, max: 1, about: "the same for the rival", unit: "share" }),
    harm: real(0.2, {
      min: 0,
      max: 1,
      about: "by how much one unhappy user heard or met lowers the chance (h)",
      unit: "share",
    }),
    weak: whole(0, {
      min: 0,
      max: 1000,
      about: "others met by chance each period, whose harm is heard; 0 for none",
      unit: "customers",
    }),
    attention: whole(0, { min: 0, max: 1e6, about: "contacts heard each period; 0 hears all", unit: "customers" }),
    churn: chance("a user leaves its brand; 0 for never", 0, true),
    horizon: whole(50, { min: 0, max: 1e6, about: "when it ends", unit: "periods" }),
    ...firstParameters,
    seedCount: whole(0, {
      min: 0,
      max: Infinity,
      about: "first customers drawn at random in each world; 0 for none",
      unit: "customers",
      lever: true,
    }),
    rivalSeedCount: whole(0, {
      min: 0,
      max: Infinity,
      about: "first customers of the rival, drawn from the others",
      unit: "customers",
    }),
  },
  state: {
    brand: u8("0 none, 1 own, 2 the rival"),
    unhappy: u8("1 = an unhappy user"),
    joined: i32("period in which this customer last took up a brand; first customers 0, -1 never"),
    lost: u8("1 = has left the own brand at least once"),
  },
  streams: {
    own: "node-step",
    rival: "node-step",
    both: "node-step",
    leave: "node-step",
    ear: "node-step",
    taste: "node",
    meeting: "pair",
    first: "sequence",
    rivals: "sequence",
  },
  steps: "rest",
  check({ network, parameters, given }) {
    const faults = firstFaults({ network, parameters, given });
    const first = parameters.seeds.length > 0 ? parameters.seeds.length : parameters.seedCount;
    const rest = network.size - first;
    if (parameters.rivalSeedCount > Math.max(0, rest))
      faults.push(
        `rivalSeedCount must be at most the ${Math.max(0, rest)} customers left, got ${parameters.rivalSeedCount}`,
      );
    return faults;
  },
  setup({ network, parameters, state: { brand, unhappy, joined }, random }) {
    joined.fill(-1);
    const join = (i: number, to: number): void => {
      brand[i] = to;
      joined[i] = 0;
      unhappy[i] = Number(
        random.taste(i) < (to === OWN ? parameters.dissatisfaction : parameters.rivalDissatisfaction),
      );
    };
    const first = firstCustomers(network, parameters)(() => random.first);
    for (const i of first) join(i, OWN);
    if (parameters.rivalSeedCount === 0) return;
    const drawn = distinct(parameters.rivalSeedCount + first.length, network.size, random.rivals).filter(
      (i) => brand[i] === NONE,
    );
    for (const i of drawn.slice(0, parameters.rivalSeedCount)) join(i, RIVAL);
  },
  step({ network, parameters, state, time, random }) {
    if (time > parameters.horizon) return false;
    const {
      advertising,
      imitation,
      rivalAdvertising,
      rivalImitation,
      dissatisfaction,
      rivalDissatisfaction,
      harm,
      churn,
    } = parameters;
    const own: Brand = { code: OWN, advertising, imitation, harm };
    const rival: Brand = { code: RIVAL, advertising: rivalAdvertising, imitation: rivalImitation, harm };
    const { brand, unhappy, joined, lost } = state;
    const before = { brand: brand.slice(), unhappy: unhappy.slice() };
    const hear = heardOf(network, before, parameters, time, random);
    for (const i of network.nodes) {
      if (before.brand[i] !== NONE) {
        if (churn === 0 || random.leave(i) >= churn) continue;
        if (brand[i] === OWN) lost[i] = 1;
        brand[i] = NONE;
        unhappy[i] = 0;
        continue;
      }
      const heard = hear(i);
      const p = tryBrand(own, heard);
      const r = tryBrand(rival, heard);
      const wins = random.own(i) < p;
      const loses = random.rival(i) < r;
      if (!wins && !loses) continue;
      brand[i] = wins && (!loses || random.both(i) * (p + r) < p) ? OWN : RIVAL;
      unhappy[i] = Number(random.taste(i) < (brand[i] === OWN ? dissatisfaction : rivalDissatisfaction));
      joined[i] = time;
    }
    return time < parameters.horizon && (churn > 0 || choosable(state.brand, own, rival));
  },
  measures: {
    own: {
      about: "users of the own brand",
      unit: "share",
      of: ({ network, state: { brand } }) => users(brand, OWN) / network.size,
    },
    rival: {
      about: "users of the rival",
      unit: "share",
      of: ({ network, state: { brand } }) => users(brand, RIVAL) / network.size,
    },
    unhappy: {
      about: "unhappy users of either brand",
      unit: "share",
      of: ({ network, state: { unhappy } }) => users(unhappy, 1) / network.size,
    },
    lost: {
      about: "customers whom the own brand has lost at least once",
      unit: "share",
      of: ({ network, state: { lost } }) => users(lost, 1) / network.size,
    },
  },
});

function users(column: Uint8Array, code: number): number {
  let count = 0;
  for (let i = 0; i < column.length; i++) if (column[i] === code) count++;
  return count;
}
