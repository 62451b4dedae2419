import { f64, i32, ofWorld, real, whole } from "../../core/index.ts";
import { compensated } from "../../statistics/index.ts";
import { type Market } from "../../market/state.ts";

const TRIED_OURS = 1;

/** What members report of the product, and what the firm makes of it. */
export const feedbackParameters = {
  gap: real(0.3, { min: -1, max: 1, about: "how far the design is from what people want, at the start (γ)" }),
  bias: real(0, { min: -1, max: 1, about: "how far members' wants are from those of everybody (b)" }),
  reportNoise: real(1, { min: 0, max: 10, about: "half-width of what a report adds at random (ω)" }),
  learning: real(1, {
    min: 0,
    max: 2,
    about: "share of the reported gap by which the design is changed (λ); 0 learns nothing",
    lever: true,
  }),
  improvement: real(0.5, {
    min: 0,
    max: 1,
    about: "share of people won for each unit by which the gap closes (a); 0 for none",
  }),
  feedbackWeek: whole(8, {
    min: 0,
    max: 519,
    about: "week at the end of which the reports are read (f)",
    unit: "weeks",
    lever: true,
  }),
  delay: whole(8, { min: 0, max: 519, about: "from reading to the better product", unit: "weeks" }),
};

export const feedbackState = {
  design: ofWorld(f64("gap between the design and what people want: as sold, and as decided"), 2),
  reports: ofWorld(i32("reports of members that were read"), 1),
};

type Learning = Market & {
  parameters: {
    gap: number;
    bias: number;
    reportNoise: number;
    learning: number;
    improvement: number;
    feedbackWeek: number;
    delay: number;
  };
  state: { design: Float64Array; reports: Int32Array };
  random: { feedback(i: number): number };
};

/** The design before anybody has said anything. */
export function beginFeedback({ parameters: { gap }, state: { design } }: Learning): void {
  design.fill(gap);
}

/** The product decided on comes on sale: Q = Q₀ + a·(|γ₀| − |γ|). */
export function improve({ parameters, state, week }: Learning): void {
  if (week !== parameters.feedbackWeek + parameters.delay + 1) return;
  state.design[0] = state.design[1];
  state.quality[0] =
    parameters.quality + parameters.improvement * (Math.abs(parameters.gap) - Math.abs(state.design[0]));
}

/**
 * Members who have tried the product report y = γ + b + ω·(2u − 1); the firm moves the design by
 * γ ← γ − λ·ȳ. With λ = 1 what is left is E[γ²] = b² + ω²/(3n) for n reports: a few hundred suffice, and
 * no number of them cures bias. Without reports nothing is decided.
 */
export function readFeedback({ network, parameters, state, random, week }: Learning): void {
  if (week !== parameters.feedbackWeek) return;
  const sum = compensated();
  for (let i = 0; i < network.size; i++) {
    if (state.enrolled[i] === 0 || (state.used[i] & TRIED_OURS) === 0) continue;
    sum.add(state.design[0] + parameters.bias + parameters.reportNoise * (2 * random.feedback(i) - 1));
    state.reports[0]++;
  }
  if (state.reports[0] > 0) state.design[1] = state.design[0] - parameters.learning * (sum.value() / state.reports[0]);
}
