import { type Columns, f32, f64, i32, type Network, ofWorld, type Random, u8 } from "../core/index.ts";
import { MOST_WEEKS, type MarketValues } from "./parameters.ts";

export const FREE = 0;
export const OURS = 1;
export const RIVAL = 2;
/** The hop of a person who has not heard through talk. */
export const UNTOLD = 127;
/** Added to a hop in the week in which it is found, so that nobody passes on what they heard in the same week. */
export const FRESH = 128;
/** The `end` of a customer who never leaves. */
export const FOREVER = 2 ** 31 - 1;

/** The state of each person. Programs write to the last block; without a program it keeps its initial values. */
export const marketState = {
  aware: u8("1 = knows the product"),
  holder: u8("0 no brand, 1 our customer, 2 the rival's customer"),
  used: u8("bit 1: has tried our product, bit 2: the rival's"),
  segment: u8("segment, in the order given"),
  start: i32("week in which this customer joined us, -1 never"),
  end: i32("week after the last paid one; -1 while a customer or never one; set for everyone at the horizon"),
  rivalStart: i32("week in which this customer joined the rival, -1 never"),
  everRival: u8("1 = has been a customer of the rival"),
  trySurvival: f32("chance that a person with this history has not tried our product"),
  tryRivalSurvival: f32("the same for the rival"),
  staySurvival: f32("chance that a customer with this history has not left us"),
  stayRivalSurvival: f32("the same for the rival"),
  doubt: f32("share of the chance of a trial that unhappy talk has left"),
  worth: f32("margin as a multiple of the average"),
  grudge: u8("weeks for which this unhappy person still complains"),
  touch: i32("last person to praise the product to this person before the trial; -1 nobody"),
  talks: u8("happy conversations heard this week; 255 for 255 or more"),
  unmoved: f32("chance that none of this week's conversations leads to a trial"),
  unmovedRival: f32("the same for the rival"),
  enrolled: u8("1 = is or was a member of the program"),
  due: u8("1 = holds a sample and tries it this week"),
  duty: f32("rate at which a member on duty talks, 0 off duty"),
  lift: f32("persuasiveness of a member on duty, as a multiple of a customer's"),
  noise: f32(
    "messages heard from members, fading over time, as a share of the number that halves the effect of the next one",
  ),
  messages: u8("messages from members this week; 255 for 255 or more"),
  hop: u8("hops from the nearest member along talk; 0 a member, 127 not heard"),
  premium: f32("extra margin at the start, as a share of the usual one; fades over a year"),
  strain: f32("chance of leaving as a multiple of the usual one"),
  quality: ofWorld(f64("share of people whose needs the product currently meets"), 1),
  asked: f32(
    "when this customer's open question was asked: week + 1 plus half the moment within the week; 0 for no question",
  ),
  answered: f64("discounted cost of the firm's answers to this customer"),
  answersLeft: ofWorld(f64("fractions of an answer carried over to the next week: members', the firm's"), 2),
  answers: ofWorld(f64("questions answered so far: by members, by the firm"), 2),
  cash: ofWorld(f64("margin minus costs, by week"), MOST_WEEKS),
};

/** The streams of chance; both arms of a comparison read the same values. */
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
