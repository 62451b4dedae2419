import { real, whole } from "../core/index.ts";
import { booking, bookRunning } from "./costs.ts";
import { reachMeasures } from "./reach.ts";
import { inMarket } from "./in-market.ts";
import { enrol, enrolled, enrolParameters, enrolStreams, enrolTakes } from "./members/enrol.ts";
import { defineProgram } from "./program.ts";
import { bestParameters, bestState, credit, inviteBest } from "./sampling/best.ts";
import { beginFeedback, feedbackParameters, feedbackState, improve, readFeedback } from "./sampling/feedback.ts";
import { handOut } from "./sampling/samples.ts";

/**
 * A seeded sampling program in the market. In week 0 members with many contacts get samples before anyone
 * else, use one and hand the others to their strongest ties; on duty they talk more; what they report makes
 * the product better after a delay; the best are invited to meet the makers, and talk more still.
 *
 * What turns each mechanism off: `samples` 0, `duty` 0, `learning` or `improvement` 0, `invited` 0 or
 * `statusBoost` 1. With all of them off the market runs as if there were no program, bit for bit.
 */
export const sampling = defineProgram({
  name: "sampling",
  about: "Members with many contacts get samples first, hand them out in their circle, talk and report.",
  source: "the Vocalpoint program of Procter & Gamble; Godes & Mayzlin 2009, Marketing Science 28:721",
  parameters: {
    ...enrolParameters,
    samples: whole(5, {
      min: 0,
      max: 1000,
      about: "samples a member gets, the first for own use (s)",
      unit: "samples",
      lever: true,
    }),
    use: real(0.8, { min: 0, max: 1, about: "chance that a sample is tried" }),
    duty: whole(26, { min: 0, max: 520, about: "how long members are on duty (D)", unit: "weeks", lever: true }),
    boost: real(5, {
      min: 0,
      max: 100,
      about: "talk of a member on duty as a multiple of a new customer's (1 to 10)",
      unit: "times",
    }),
    clutter: real(0.2, {
      min: 0,
      max: 10,
      about: "by how much one message of a member dulls the next, fading by a fifth a week (1/M); 0 for none",
    }),
    sampleCost: real(1, { min: 0, max: 1e9, about: "cost of a sample", unit: "money", lever: true }),
    runningCost: real(0, {
      min: 0,
      max: 1e12,
      about: "cost of running the program while members are on duty",
      unit: "money a week",
      lever: true,
    }),
    ...feedbackParameters,
    ...bestParameters,
  },
  state: { ...feedbackState, ...bestState },
  streams: { ...enrolStreams, use: "node", feedback: "node-step" },
  takes: enrolTakes,
  defaultNetwork: "power-law-cluster:nodes=500,links=13,triangle=0.3",
  setup: beginFeedback,
  plays(market) {
    const { parameters, state } = market;
    return {
      before() {
        if (market.week === 0) {
          const book = booking(market);
          for (const i of enrolled(market)) {
            enrol(market, i);
            if (parameters.duty > 0) state.duty[i] = parameters.talk * parameters.boost;
            handOut(market, i, book);
          }
        }
        if (market.week === parameters.duty) state.duty.fill(0);
        else inviteBest(market);
        if (market.week < parameters.duty && parameters.runningCost > 0) bookRunning(market, parameters.runningCost);
        improve(market);
      },
      joined: (i) => credit(market, i),
      after: () => readFeedback(market),
    };
  },
  clutter: ({ clutter }) => clutter,
  measures: {
    gap: {
      about: "how far the design as sold is from what people want",
      unit: "",
      of: ({ state: { design } }) => Math.abs(design[0]),
    },
    ...reachMeasures(),
    reports: {
      about: "reports of members that were read",
      unit: "reports",
      of: ({ state: { reports } }) => reports[0],
    },
  },
});

export const samplingProgram = inMarket(sampling);
