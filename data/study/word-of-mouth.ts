import { choice, defineModel, i32, real, u8, whole } from "ovation";

/**
 * A model is one definition: what can be set, what is known of each customer, what is left to chance, and what
 * happens in a step. Change the rule in `step` and everything else follows: `ovation describe` lists the new
 * parameters, `ovation sweep` varies them, and the report tells its measures.
 */
export const wordOfMouth = defineModel({
  name: "word-of-mouth",
  about: "Customers who know of an offer tell it to their contacts, each contact once.",
  source: "this study",
  parameters: {
    telling: real(0.2, { min: 0, max: 1, about: "chance that a customer tells a contact", lever: true }),
    first: whole(2, { min: 1, max: 100, about: "customers who are told by the firm", unit: "customers", lever: true }),
    who: choice(["random", "hubs"], { about: "whom the firm tells: anybody, or the hubs", lever: true }),
  },
  state: {
    knows: u8("1 once this customer knows of the offer"),
    when: i32("the step in which this customer hears of it; -1 for never"),
    through: i32("the customer who told; -1 for the firm or nobody"),
  },
  // A draw of `told` belongs to a contact: it is the same in a world whatever else is tried there.
  streams: { told: "arc", order: "node" },
  steps: "rest",
  trace: { when: "when", through: "through" },
  setup({ network, parameters: { first, who }, state: { knows, when, through }, random }) {
    when.fill(-1);
    through.fill(-1);
    const rank = (i: number) => random.order(i) - (who === "hubs" ? network.out.degree(i) : 0);
    const places = [...network.nodes].map((i) => ({ i, rank: rank(i) })).sort((a, b) => a.rank - b.rank);
    for (const { i } of places.slice(0, first)) {
      knows[i] = 1;
      when[i] = 0;
    }
  },
  step({ network, parameters, state: { knows, when, through }, random, time }) {
    const { offsets, targets } = network.out;
    let heard = 0;
    for (const i of network.nodes) {
      if (when[i] !== time - 1) continue; // everybody tells once, in the step after hearing
      for (let e = offsets[i]; e < offsets[i + 1]; e++) {
        const j = targets[e];
        if (knows[j] === 1 || random.told(e) >= parameters.telling) continue;
        knows[j] = 1;
        when[j] = time;
        through[j] = i;
        heard++;
      }
    }
    return heard > 0;
  },
  measures: {
    reach: {
      about: "customers who know of the offer",
      unit: "customers",
      of: ({ state }) => state.knows.reduce((sum, one) => sum + one, 0),
    },
    last: {
      about: "the last step in which somebody hears of it",
      unit: "steps",
      of: ({ state }) => state.when.reduce((latest, at) => Math.max(latest, at), 0),
    },
  },
});
