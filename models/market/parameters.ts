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
 * The market under every program. Greek letters are those of the sources; what names no source is an
 * assumption. Ranges worth varying stand in the meaning.
 */
export const marketParameters = {
  talk: weekly(0.15, "chance that a new customer talks along a tie of strength 1 (τ; .02 to .5)"),
  halfLife: real(26, {
    min: 0,
    max: 1e4,
    about: "after which a customer talks half as much (h; 4 and more); 0 never fades",
    unit: "weeks",
  }),
  strong: real(0.05, {
    min: 0,
    max: 1,
    about: "chance that a talk along a strong tie leads to a trial (β_s; .01 to .07, Goldenberg, Libai & Muller 2001)",
    unit: "a talk",
  }),
  weak: real(0.015, {
    min: 0,
    max: 1,
    about: "the same along a weak tie, of strength below one half (β_w; .005 to .015, same source)",
    unit: "a talk",
  }),
  trial: weekly(0.002, "chance that whoever knows the product tries it unprompted (α; .0005 to .01, same source)"),
  advertising: weekly(0.01, "chance that an advertisement makes somebody aware (A; 0 to .1)", true),
  awareAtStart: share(0.05, "customers who know the product at the start"),
  customersAtStart: share(0, "customers at the start; they have joined in week 0"),
  quality: share(0.7, "people whose needs the product meets (Q; .3 to 1)", true),
  unhappyTalk: real(2, {
    min: 0,
    max: 20,
    about: "how much more the unhappy talk (n; 1 to 4; the idea: Goldenberg et al. 2007)",
    unit: "times",
  }),
  doubt: share(0.2, "by how much one unhappy talk lowers the chance of a trial, for good (ν; 0 to .6)"),
  grudge: whole(8, { min: 0, max: 255, about: "how long an unhappy person talks (G; 0 to 26)", unit: "weeks" }),
  margin: real(1.5, { min: 0, max: 1e9, about: "margin of an average customer (m)", unit: "money a week" }),
  leaving: weekly(0.004, "chance that a customer leaves (c; .0005 to .02)"),
  discount: real(0.1, { min: 0, max: 1e4, about: "discount rate (d; 0 to .2)", unit: "a year" }),
  spread: real(0.5, {
    min: 0,
    max: 3,
    about: "spread of log worth between customers (σ; 0 to 1.5; the idea: Haenlein & Libai 2013)",
  }),
  common: share(0.3, "share of that spread which a segment has in common (r; 0 to .9)"),
  rivalAtStart: share(0, "customers of the rival at the start"),
  rivalTrial: weekly(
    0.002,
    "chance that anybody free tries the rival unprompted; 0 and none at the start for a monopoly",
  ),
  rivalQuality: share(0.7, "people whose needs the rival meets"),
  rivalTalk: weekly(0.15, "chance that a new customer of the rival talks along a tie of strength 1"),
  rivalLeaving: weekly(0.004, "chance that a customer leaves the rival"),
  weighting: choice(["drawn", "equal", "edge"], {
    about: "strength of a tie: uniform on (0, 1] and the same both ways, 1, or its weight",
  }),
  segments: table("", segmentFields, {
    row: "name:share/margin/talk/leaving/joining",
    must: 'name:share/margin/talk/leaving/joining joined by "+", such as loyal:0.3/1.2/1/0.5/1+new:0.7/1/1/1/1, or nothing',
    about:
      "segments and their multipliers; where customers carry an attribute segment, it decides and shares are not used",
  }),
  asking: real(0, {
    min: 0,
    max: 1,
    about: "chance that a customer asks for help (q; .02 where support is studied); 0 and nobody ever asks",
    unit: "a week",
  }),
  answerCost: real(6, { min: 0, max: 1e9, about: "what an answer by the firm costs (κ_s)", unit: "money" }),
  answerCapacity: real(0.05, {
    min: 0,
    max: 1,
    about: "answers that the firm can give, for each person in the market",
    unit: "answers a week",
    lever: true,
  }),
  waiting: real(0.5, {
    min: 0,
    max: 100,
    about: "by how much waiting for an answer raises leaving in that week (ζ)",
    unit: "share",
  }),
  horizon: whole(104, { min: 1, max: MOST_WEEKS, about: "how long it is watched (H; 26 to 260)", unit: "weeks" }),
  terminal: choice(["runOff", "expected", "none"], {
    about: "what customers are worth after the horizon: until each one leaves, what that is on average, or nothing",
  }),
};
export interface MarketValues extends Values<typeof marketParameters> {}
