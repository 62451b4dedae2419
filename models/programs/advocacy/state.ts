import { type Columns, f32, f64, i32, ofWorld, type Random, u8 } from "../../core/index.ts";
import { type CostColumns } from "../costs.ts";
import { type MarketColumns } from "../../market/state.ts";
import { type Enrolling, enrolStreams } from "../members/enrol.ts";
import { type AdvocacyValues } from "./parameters.ts";

/** What a person is to the program. */
export const NONE = 0;
export const INVITED = 1;
export const ACTIVE = 2;
export const RESTING = 3;
export const LEFT = 4;
export const EXPELLED = 5;

export const advocacyState = {
  role: u8("0 none, 1 invited and not yet a customer, 2 active, 3 resting after a burn-out, 4 left, 5 expelled"),
  turn: i32("place in the order of calling members, from 1; 0 never called"),
  seeker: u8("1 = came for the pay"),
  drive: f32("own drive of this member, from 0 to 1"),
  skill: f32("skill of this member, from 0 to 1"),
  fatigue: f32("fatigue of this member, from 0 to 1"),
  tier: u8("steps of status"),
  rest: i32("week in which a resting member decides whether to return"),
  effort: f32("effort this week, 0 off duty"),
  talking: f32("share of the work that goes into conversations"),
  acts: f64("talks and posts that arrived in this cycle"),
  brought: f64("worth of the customers brought in this cycle"),
  score: f64("score so far"),
  called: ofWorld(i32("turns called so far"), 1),
  conversations: ofWorld(f64("talks of members that arrived, so far"), 1),
  posts: ofWorld(f64("posts of members that arrived, so far"), 1),
  burnOuts: ofWorld(f64("burn-outs so far"), 1),
  flags: ofWorld(f64("members flagged by audits so far: all, cheats"), 2),
};
export const advocacyStreams = {
  ...enrolStreams,
  signal: "node",
  type: "node",
  use: "node",
  post: "arc-step",
  audit: "node-step",
  walkOut: "node",
  burnOut: "node-step",
  estimate: "node-step",
} as const;

/** A market in one week with a program of advocates in it. */
export interface Advocating extends Enrolling {
  parameters: Enrolling["parameters"] & AdvocacyValues;
  state: MarketColumns & CostColumns & Columns<typeof advocacyState>;
  random: Enrolling["random"] & Random<typeof advocacyStreams>;
}
