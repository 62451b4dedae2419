import { choosable, type Brand, heardOf, tryBrand } from "./brands/hearsay.ts";
import { defineModel, distinct, i32, real, u8, whole } from "../core/index.ts";
import { firstCustomers, firstFaults, firstParameters } from "./first-customers.ts";

const NONE = 0;
const OWN = 1;
const RIVAL = 2;
const chance = (about: string, fallback = 0, lever = false) =>
  real(fallback, { min: 0, max: 1, about, unit: "a period", lever });

/**
 * Two brands compete for the same customers. In a period a customer takes up each brand with chance [1 − (1 − δ)(1
 * − q)^n]·(1 − h)^m, where δ is the effect of advertising, q that of each of n happy users heard, and h the harm of
 * each of m unhappy users heard or met. If a customer would take up both brands, one is drawn in proportion to
 * these chances. Everyone decides at once, based on the state before the period.
 *
 * Each mechanism has a value that turns it off. With `attention` 0 a customer hears all contacts; otherwise it
 * hears that many per period, a stretch of its list from a random place. With `dissatisfaction` 0 all users are
 * happy. With `weak` 0 customers meet nobody outside the network; chance meetings spread only harm, because bad
 * news travels further. With `churn` 0 nobody leaves; otherwise customers who leave may take up either brand later.
 * Without advertising and seeds of the rival there is a monopoly.
 *
 * In the same world, a monopoly without churn whose users are all happy gains no customer later if it has more
 * advertising, imitation, attention or seeds, and gains none sooner if some users are unhappy. With unhappy users,
 * more advertising may also spread more harm.
 */
export const competingBrands = defineModel({
  name: "competing-brands",
  about: "Two brands compete through advertising and word of mouth, which unhappy customers turn against them.",
  source: "Libai, Muller & Peres 2013, JMR 50:161; harm: Goldenberg, Libai, Moldovan & Muller 2007, IJRM 24:186",
  parameters: {
    advertising: chance("chance that advertising wins a customer (δ)", 0.01, true),
    imitation: chance("chance that a happy user wins a contact (q)", 0.05, true),
    rivalAdvertising: chance("chance that advertising wins a customer for the rival", 0.01),
    rivalImitation: chance("chance that a happy user of the rival wins a contact", 0.05),
    dissatisfaction: real(0, {
      min: 0,
      max: 1,
      about: "share of users who turn out unhappy; 0: none",
      unit: "share",
      lever: true,
    }),
    rivalDissatisfaction: real(0, {
      min: 0,
      max: 1,
      about: "share of the rival's users who turn out unhappy",
      unit: "share",
    }),
    harm: real(0.2, {
      min: 0,
      max: 1,
      about: "share by which one unhappy user heard or met lowers the chance of taking up the brand (h)",
      unit: "share",
    }),
    weak: whole(0, {
      min: 0,
      max: 1000,
      about: "other customers met by chance each period, whose complaints are heard; 0: none",
      unit: "customers",
    }),
    attention: whole(0, { min: 0, max: 1e6, about: "contacts heard each period; 0: all", unit: "customers" }),
    churn: chance("chance that a user leaves its brand; 0: never", 0, true),
    horizon: whole(50, { min: 0, max: 1e6, about: "length of a run", unit: "periods" }),
    ...firstParameters,
    seedCount: whole(0, {
      min: 0,
      max: Infinity,
      about: "first customers (seeds) drawn at random in each world; 0: none",
      unit: "customers",
      lever: true,
    }),
    rivalSeedCount: whole(0, {
      min: 0,
      max: Infinity,
      about: "first customers (seeds) of the rival, drawn from the remaining customers",
      unit: "customers",
    }),
  },
  state: {
    brand: u8("0 none, 1 own, 2 the rival's"),
    unhappy: u8("1 = an unhappy user"),
    joined: i32("period in which this customer last took up a brand; 0 for a seed, -1 never"),
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
