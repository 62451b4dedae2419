import { choice, flag, nodes, real, table, type Values, whole } from "../../core/index.ts";

const share = (fallback: number, about: string, lever = false) =>
  real(fallback, { min: 0, max: 1, about, unit: "share", lever });
const weekly = (fallback: number, about: string, lever = false) =>
  real(fallback, { min: 0, max: 1, about, unit: "a week", lever });
const raise = (fallback: number, about: string) => real(fallback, { min: 0, max: 100, about, unit: "share" });

/** From the so-manieth approved referral of a referrer on, so much is paid. */
const stepFields = {
  from: whole(1, { min: 0, max: Infinity, about: "first referral that is paid so", unit: "referrals" }),
  pay: real(25, { min: 0, max: Infinity, about: "money for the referrer", unit: "money" }),
};

/** Who is paid what for a referral, what that does, and what it invites; what names no source is an assumption. */
export const referralParameters = {
  sides: choice(["referrer", "friend", "both", "none"], {
    about: "who is rewarded for a referral; none: customers can invite, and nobody is paid",
    lever: true,
  }),
  kind: choice(["cash", "credit", "status"], { about: "what the reward is", lever: true }),
  shape: choice(["linear", "threshold", "tiers"], {
    about: "the same pay for each referral; once at each step reached; or for each the pay of the highest step reached",
    lever: true,
  }),
  reward: table("1:25", stepFields, {
    row: "from:pay",
    least: 1,
    must: 'from:money steps joined by "+", such as 1:25 or 1:25+5:40',
    about:
      "from the so-manieth approved referral on, money for the referrer (25: Schmitt, Skiera & Van den Bulte 2011)",
    lever: true,
  }),
  friendPay: real(25, {
    min: 0,
    max: 1e6,
    about: "money for the friend, where sides says so",
    unit: "money",
    lever: true,
  }),
  breakage: share(0.2, "credit that is never redeemed"),
  cap: whole(0, {
    min: 0,
    max: 1e6,
    about: "referrals that a referrer is paid for at most; 0 for no limit",
    unit: "referrals",
    lever: true,
  }),
  minimumWeeks: whole(0, {
    min: 0,
    max: 520,
    about: "for which a friend must have paid before the claim counts",
    unit: "weeks",
    lever: true,
  }),
  newOnly: flag(true, { about: "whether nothing is paid for friends who are customers already", lever: true }),
  delay: whole(4, { min: 0, max: 520, about: "from a claim that counts to its approval", unit: "weeks", lever: true }),
  voidOnReturn: flag(true, {
    about: "whether a claim is void if the friend has left before its approval",
    lever: true,
  }),

  members: nodes({ about: "who may take part, if customers as asked for below; left out, everybody", lever: true }),
  tenure: whole(26, {
    min: 0,
    max: 520,
    about: "for which one must have been a customer to take part; customers at the start have been",
    unit: "weeks",
    lever: true,
  }),
  leastWorth: real(0, {
    min: 0,
    max: 1e6,
    about: "worth that one must have to take part, as a multiple of the average",
    unit: "times",
    lever: true,
  }),
  mostLeaving: real(1, {
    min: 0,
    max: 1,
    about: "chance of leaving above which one may not take part",
    unit: "a week",
    lever: true,
  }),

  inviting: weekly(
    0.02,
    "chance that a customer who takes part invites along a tie of strength 1 where nothing is paid; 0 and nobody invites",
  ),
  weakRaise: raise(
    1,
    "by how much more weak ties are invited where the referrer gets something (ι_w; sign: Ryu & Feick 2007)",
  ),
  strongRaise: raise(
    0.3,
    "by how much more strong ties are invited where the friend gets something (ι_s; sign: Ryu & Feick 2007)",
  ),
  sizeRaise: raise(0.2, "by how much more all are invited for as much money as can be (ι_R)"),
  halfReward: real(10, {
    min: 0,
    max: 1e6,
    about: "money for both together that has half of what money can do at most (R½)",
    unit: "money",
  }),
  suspicion: share(
    0.3,
    "by how much less an invitation persuades along a weak tie where only the referrer gets cash (ψ; sign: Verlegh et al. 2013)",
  ),

  referredPremium: real(0.1, {
    min: -1,
    max: 10,
    about:
      "margin of an invited customer beyond the usual, fading over a year (π_m; −.2 to .3; below 0 in telecoms, Wolters & Gedenk 2019)",
    unit: "share",
  }),
  selectionLoss: share(
    0.5,
    "part of the size of that premium which is lost to as much money as can be (ζ_R; sign: Wolters 2020)",
  ),
  retention: real(0.18, {
    min: 0,
    max: 0.9,
    about:
      "by how much less an invited customer leaves while the referrer stays (0 to .3; Schmitt, Skiera & Van den Bulte 2011)",
    unit: "share",
  }),

  cheats: share(0.02, "people who would cheat for as much money as can be"),
  selfReferral: weekly(0.05, "chance that a cheat who takes part claims a second name of their own"),
  doubleAccounts: share(0.5, "invited cheats who open an account twice"),
  leakage: share(0.05, "newcomers without an invitation who quote a code all the same (u_claim)"),
  matching: share(0.5, "second names and double accounts that exact comparison of records finds", true),
  falseAlarms: share(0.05, "honest claims that the audit rejects (φ; 0 to .3); 0 for no audit", true),
  auditArea: real(0.2, {
    min: 0.01,
    max: 1,
    about: "how bad the audit is: cheats are rejected with chance φ^θ; 1 rejects blindly (θ; .05 to 1)",
  }),
  runningCost: real(0, { min: 0, max: 1e12, about: "cost of running the program", unit: "money a week", lever: true }),
};
export interface ReferralValues extends Values<typeof referralParameters> {}
