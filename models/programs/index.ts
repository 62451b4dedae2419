/** What a firm can try: samples, paid advocates, referrals; and whom to choose for it. */
export { advocate, advocateProgram } from "./advocate-program.ts";
export { type Chosen, choose } from "./choosing/choose.ts";
export { type ChoosingMethod, type Means, type Method, METHODS, methods } from "./choosing/methods.ts";
export { type Certificate } from "./choosing/guaranteed.ts";
export { type LiveJob, type LiveWorlds, liveWorlds, reachIn } from "./choosing/live-worlds.ts";
export { type Question } from "./choosing/question.ts";
export { type Spread, spreadOf } from "./choosing/spread.ts";
export { type AnyMarket, inMarket, type MarketWithPrograms } from "./in-market.ts";
export { defineProgram, type Place, type Program, type Takes } from "./program.ts";
export { programNamed, programs, programsNamed } from "./programs.ts";
export { breakEvenReward, lifetimeValue } from "./referral/break-even.ts";
export { referral, referralProgram } from "./referral-program.ts";
export { sampling, samplingProgram } from "./sampling-program.ts";
