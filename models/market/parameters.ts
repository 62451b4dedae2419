import { choice, real, table, text, type Values, whole } from "../core/index.ts";

const share = (fallback: number, about: string, lever = false) =>
  real(fallback, { min: 0, max: 1, about, unit: "share", lever });
const weekly = (fallback: number, about: string, lever = false) =>
  real(fallback, { min: 0, max: 1, about, unit: "a week", lever });

/** The longest horizon, in weeks. */
export const MOST_WEEKS = 520;

const multiple = (about: string) => real(1, { min: 0, max: Infinity, about, unit: "times" });

/** A segment of customers. */
const segmentFields = {
  name: text("all", /^[^:/+\s]+$/, { about: "name of the segment", must: "a name without spaces, :, / or +" }),
  share: real(1, { min: 0, max: Infinity, about: "share of all customers", unit: "share" }),
  margin: multiple("margin"),
  talk: multiple("talk"),
  leaving: multiple("chance of leaving"),
  joining: multiple("willingness to be a member"),
};
export interface Segment extends Values<typeof segmentFields> {}

/**
 * The parameters of the market in which every program runs. Greek letters are those of the sources. A parameter
 * without a source is an assumption. The descriptions give ranges worth varying.
 */
export const marketParameters = {
  talk: weekly(0.15, "chance that a new customer talks along a tie of strength 1 (τ; .02 to .5)"),
  halfLife: real(26, {
    min: 0,
    max: 1e4,
    about: "time after which a customer talks half as much (h; 4 or more); 0: talk never fades",
    unit: "weeks",
  }),
  strong: real(0.05, {
    min: 0,
    max: 1,
    about:
      "chance that a conversation along a strong tie leads to a trial (β_s; .01 to .07, Goldenberg, Libai & Muller 2001)",
    unit: "a conversation",
  }),
  weak: real(0.015, {
    min: 0,
    max: 1,
    about: "the same along a weak tie, one of strength below one half (β_w; .005 to .015, same source)",
    unit: "a conversation",
  }),
  trial: weekly(0.002, "chance that a person who knows the product tries it unprompted (α; .0005 to .01, same source)"),
  advertising: weekly(0.01, "chance that advertising makes a person aware of the product (A; 0 to .1)", true),
  awareAtStart: share(0.05, "people who know the product at the start"),
  customersAtStart: share(0, "people who are our customers at the start; they join in week 0"),
  quality: share(0.7, "people whose needs the product meets (Q; .3 to 1)", true),
  unhappyTalk: real(2, {
    min: 0,
    max: 20,
    about: "how much more unhappy people talk than happy ones (n; 1 to 4; idea from Goldenberg et al. 2007)",
    unit: "times",
  }),
  doubt: share(0.2, "share by which each unhappy conversation permanently lowers the chance of a trial (ν; 0 to .6)"),
  grudge: whole(8, { min: 0, max: 255, about: "how long an unhappy person complains (G; 0 to 26)", unit: "weeks" }),
  margin: real(1.5, { min: 0, max: 1e9, about: "margin of an average customer (m)", unit: "money a week" }),
  leaving: weekly(0.004, "chance that a customer leaves (c; .0005 to .02)"),
  discount: real(0.1, { min: 0, max: 1e4, about: "discount rate (d; 0 to .2)", unit: "a year" }),
  spread: real(0.5, {
    min: 0,
    max: 3,
    about: "standard deviation of log worth across customers (σ; 0 to 1.5; idea from Haenlein & Libai 2013)",
  }),
  common: share(0.3, "share of that variance that customers of a segment have in common (r; 0 to .9)"),
  rivalAtStart: share(0, "people who are customers of the rival at the start"),
  rivalTrial: weekly(
    0.002,
    "chance that a person without a brand tries the rival unprompted; 0 with rivalAtStart 0: a monopoly",
  ),
  rivalQuality: share(0.7, "people whose needs the rival meets"),
  rivalTalk: weekly(0.15, "chance that a new customer of the rival talks along a tie of strength 1"),
  rivalLeaving: weekly(0.004, "chance that a customer leaves the rival"),
  weighting: choice(["drawn", "equal", "edge"], {
    about:
      "strength of a tie: drawn = uniform on (0, 1] and the same both ways; equal = 1; edge = the weight of the tie",
  }),
  segments: table("", segmentFields, {
    row: "name:share/margin/talk/leaving/joining",
    must: 'name:share/margin/talk/leaving/joining joined by "+", such as loyal:0.3/1.2/1/0.5/1+new:0.7/1/1/1/1, or nothing',
    about:
      "segments and their multipliers; where customers have an attribute named segment, it is used instead of the shares",
  }),
  asking: real(0, {
    min: 0,
    max: 1,
    about: "chance that a customer asks for help (q; .02 where support is studied); 0: nobody asks",
    unit: "a week",
  }),
  answerCost: real(6, { min: 0, max: 1e9, about: "cost of an answer by the firm (κ_s)", unit: "money" }),
  answerCapacity: real(0.05, {
    min: 0,
    max: 1,
    about: "answers the firm can give per person in the market",
    unit: "answers a week",
    lever: true,
  }),
  waiting: real(0.5, {
    min: 0,
    max: 100,
    about: "share by which waiting for an answer raises the chance of leaving in that week (ζ)",
    unit: "share",
  }),
  horizon: whole(104, { min: 1, max: MOST_WEEKS, about: "length of a run (H; 26 to 260)", unit: "weeks" }),
  terminal: choice(["runOff", "expected", "none"], {
    about:
      "value of customers after the horizon: runOff = what each pays until leaving; expected = the average of that; none = nothing",
  }),
};
export interface MarketValues extends Values<typeof marketParameters> {}
