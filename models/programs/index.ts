/** What a firm can try: samples, paid advocates, referrals; and whom to choose for it. */
export { advocateProgram } from "./advocate-program.ts";
export { type Chosen, choose, type Means, type Method, METHODS } from "./choosing/choose.ts";
export { type Certificate } from "./choosing/guaranteed.ts";
export { type LiveJob, type LiveWorlds, liveWorlds, reachIn } from "./choosing/live-worlds.ts";
export { type Question } from "./choosing/question.ts";
export { type Spread, spreadOf } from "./choosing/spread.ts";
export { breakEvenReward, lifetimeValue } from "./referral/break-even.ts";
export { referralProgram } from "./referral-program.ts";
export { samplingProgram } from "./sampling-program.ts";
