import { defineModel, real, u8, whole } from "../core/index.ts";
import { marketMeasures } from "./market.ts";
import { booking, bookRunning, costState } from "./ledger/costs.ts";
import { marketParameters } from "./market/parameters.ts";
import { marketState, marketStreams } from "./market/state.ts";
import { begin, marketFaults, week } from "./market/week.ts";
import { enrol, enrolled, enrolParameters, enrolStreams } from "./members/enrol.ts";
import { handOut } from "./sampling/samples.ts";

/**
 * A seeded sampling program in the market: members with many contacts get samples before anyone else, use
 * one, hand the others to their strongest ties and talk more while on duty.
 */
export const samplingProgram = defineModel({
  name: "sampling-program",
  about: "Members with many contacts get samples first, hand them out in their circle and talk.",
  source: "the Vocalpoint program of Procter & Gamble; Godes & Mayzlin 2009, Marketing Science 28:721",
  parameters: {
    ...marketParameters,
    ...enrolParameters,
    samples: whole(5, { min: 0, max: 1000, about: "samples a member gets, the first for own use (s)", unit: "samples", lever: true }),
    use: real(0.8, { min: 0, max: 1, about: "chance that a sample is tried" }),
    duty: whole(26, { min: 0, max: 520, about: "how long members are on duty (D)", unit: "weeks", lever: true }),
    boost: real(5, { min: 0, max: 100, about: "talk of a member on duty as a multiple of a new customer's (1 to 10)", unit: "times" }),
    sampleCost: real(1, { min: 0, max: 1e9, about: "cost of a sample", unit: "money", lever: true }),
    runningCost: real(0, { min: 0, max: 1e12, about: "cost of running the program while members are on duty", unit: "money a week", lever: true }),
  },
  state: { ...marketState, ...costState, role: u8("1 = on duty") },
  streams: { ...marketStreams, ...enrolStreams, use: "node" },
  steps: "rest",
  check: ({ network, parameters }) => marketFaults(network, parameters),
  setup: (context) => begin({ ...context, week: 0 }),
  step(context) {
    const market = { ...context, week: context.time - 1 };
    const { parameters, state } = market;
    return week(market, {
      before() {
        if (market.week === 0) for (const i of enrolled(market)) {
          enrol(market, i);
          state.role[i] = 1;
          state.duty[i] = parameters.duty > 0 ? parameters.talk * parameters.boost : 0;
          handOut(market, i, booking(market));
        }
        if (market.week === parameters.duty) state.duty.fill(0);
        if (market.week < parameters.duty && parameters.runningCost > 0) bookRunning(market, parameters.runningCost);
      },
    });
  },
  measures: marketMeasures(),
  trace: { when: "start", through: "touch" },
});
