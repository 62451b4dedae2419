import { defineModel, real, whole } from "../core/index.ts";
import { divided, sideFaults, sideMeasures, sideParameters, sideState, takeSides } from "./opinions/sides.ts";
import { trustedOne, trustFaults, trustParameters } from "./opinions/trust.ts";

/**
 * A customer asks a panel of `panel` (q) in-neighbours, drawn one by one with replacement. If all agree, the
 * customer adopts their opinion; if not, the customer changes its own with chance `doubt` (ε). One step is as many
 * such updates as there are customers. With q = 1 the model is `voter`; with q = 2 and ε = ½ it has the same
 * distribution as the voter model. Customers who see nobody keep their opinion. At rest once no tie joins different
 * opinions.
 */
export const qVoter = defineModel({
  name: "q-voter",
  about:
    "Customers adopt the opinion of a panel of people they know if its members agree, and may change their own if not.",
  source: "Castellano, Muñoz & Pastor-Satorras 2009, Physical Review E 80:041129",
  parameters: {
    panel: whole(2, { min: 1, max: 1000, about: "number of neighbours asked (q)", unit: "customers" }),
    doubt: real(0, {
      min: 0,
      max: 1,
      about: "chance of changing one's own opinion if the panel does not agree (ε)",
      unit: "share",
    }),
    ...trustParameters,
    ...sideParameters,
  },
  state: sideState,
  streams: { taste: "node", meeting: "sequence" },
  steps: 10_000,
  check: ({ network, parameters, given }) => [
    ...sideFaults({ network, parameters, given }),
    ...trustFaults(network, parameters.weighting),
  ],
  setup({ network, parameters, state, random }) {
    takeSides(network, parameters, state.opinion, random.taste);
  },
  step({ network, parameters: { panel, doubt, weighting }, state: { opinion, moved }, random: { meeting }, time }) {
    const asked = trustedOne(network.in, weighting);
    for (let update = 0; update < network.size; update++) {
      const i = meeting.below(network.size);
      const first = asked(i, meeting.uniform());
      if (first < 0) continue;
      const side = opinion[first];
      let agree = true;
      for (let k = 1; k < panel; k++) if (opinion[asked(i, meeting.uniform())] !== side) agree = false;
      const changes = agree ? side !== opinion[i] : meeting.uniform() < doubt;
      if (!changes) continue;
      opinion[i] = 1 - opinion[i];
      moved[i] = time;
    }
    return moved.includes(time) || divided(network, opinion);
  },
  measures: sideMeasures,
});
