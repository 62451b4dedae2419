import { type Columns, f32, f64, i32, type Network, ofWorld, type Random, u8 } from "../core/index.ts";
import { MOST_WEEKS, type MarketValues } from "./parameters.ts";

export const FREE = 0;
export const OURS = 1;
export const RIVAL = 2;
/** Nobody has told this person. */
export const UNTOLD = 127;
/** Added to a hop in the week in which it is found, so that nobody passes on what came this week. */
export const FRESH = 128;
/** `end` of a customer who never leaves. */
export const FOREVER = 2 ** 31 - 1;

/** What is remembered of each person. Programs write to the last block; without one it stays as it begins. */
export const marketState = {
  aware: u8("1 = knows the product"),
  holder: u8("0 free, 1 our customer, 2 the rival's"),
  used: u8("bit 1: has tried ours, bit 2: the rival"),
  segment: u8("segment, in the order given"),
  start: i32("week in which this customer joined us, -1 never"),
  end: i32("week after the last paid one; -1 while a customer or never one; known to all once the horizon is reached"),
  rivalStart: i32("week in which this customer joined the rival, -1 never"),
  everRival: u8("1 = has been a customer of the rival"),
  trySurvival: f32("chance that a person of this history has not tried us"),
  tryRivalSurvival: f32("the same for the rival"),
  staySurvival: f32("chance that a customer of this history has not left us"),
  stayRivalSurvival: f32("the same for the rival"),
  doubt: f32("what unhappy talk has left of the chance of a trial"),
  worth: f32("margin as a multiple of the average"),
  grudge: u8("weeks for which this unhappy person still talks"),
  touch: i32("who talked last, and happily, to this person before the trial; -1 nobody"),
  talks: u8("happy talks heard this week, 255 for more"),
  unmoved: f32("chance that none of this week's talks leads to a trial"),
  unmovedRival: f32("the same for the rival"),
  enrolled: u8("1 = a member of the program, now or before"),
  due: u8("1 = holds a sample and tries it this week"),
  duty: f32("rate at which a member on duty talks, 0 off duty"),
  lift: f32("how much more a member on duty persuades than a customer, as a multiple"),
  noise: f32("messages heard from members, faded, as a share of what halves the effect of the next"),
  messages: u8("messages of members this week, 255 for more"),
  hop: u8("hops from the nearest member along talk, 0 a member, 127 untold"),
  premium: f32("margin beyond the usual at the start, as a share; fades over a year"),
  strain: f32("leaving as a multiple of the usual"),
  quality: ofWorld(f64("share of people whose needs the product meets now"), 1),
  asked: f32(
    "when the open question of this customer was asked: week + 1 and half the moment in it, 0 for no question",
  ),
  answered: f64("discounted cost of the firm's answers to this customer"),
  answersLeft: ofWorld(f64("parts of an answer carried to the next week: members', the firm's"), 2),
  answers: ofWorld(f64("questions answered so far: by members, by the firm"), 2),
  cash: ofWorld(f64("margin less costs, by week"), MOST_WEEKS),
};

/** What is left to chance; both arms of a comparison read the same values. */
export const marketStreams = {
  try: "node",
  tryRival: "node",
  stay: "node",
  stayRival: "node",
  need: "node",
  needRival: "node",
  worth: "node",
  awareAtStart: "node",
  holderAtStart: "node",
  inSegment: "node",
  shock: "node",
  tie: "node",
  strength: "pair",
  ad: "node-step",
  ask: "node-step",
  talk: "arc-step",
  talkRival: "arc-step",
} as const;

export interface MarketColumns extends Columns<typeof marketState> {}
export type MarketRandom = Random<typeof marketStreams>;
/** One market in one week; week 0 is the first. */
export interface Market {
  network: Network;
  parameters: MarketValues;
  state: MarketColumns;
  random: MarketRandom;
  week: number;
}
