import { choice, flag, real, type Values, whole } from "../../core/index.ts";
import { schedule } from "./schedule.ts";

const share = (fallback: number, about: string, lever = false) =>
  real(fallback, { min: 0, max: 1, about, unit: "share", lever });
const weekly = (fallback: number, about: string, lever = false) =>
  real(fallback, { min: 0, max: 1, about, unit: "a week", lever });

/**
 * How advocates are found, briefed, put to work, developed, rewarded, audited and let go; what names no source is an
 * assumption.
 */
export const advocacyParameters = {
  signalNoise: real(0.5, {
    min: 0,
    max: 100,
    about:
      "error of what the firm sees of candidates, in standard deviations of what it looks for; 0 sees the truth; no use where selection is random or acquaintance, which look for nothing",
  }),
  replacing: flag(true, { about: "places of members who left are filled again at the start of a cycle", lever: true }),
  samples: whole(1, {
    min: 0,
    max: 1000,
    about: "samples a new member gets, the first for own use (s)",
    unit: "samples",
    lever: true,
  }),
  use: share(0.8, "samples that are tried"),
  sampleCost: real(1, { min: 0, max: 1e9, about: "cost of a sample", unit: "money", lever: true }),
  boost: real(5, {
    min: 0,
    max: 100,
    about: "talk of a member of full effort as a multiple of a new customer's (1 to 10)",
    unit: "times",
  }),
  talking: share(0.8, "work of an honest member that goes into conversations and not into posts (z)"),
  clutter: real(0.2, {
    min: 0,
    max: 10,
    about: "by how much one message of a member dulls the next, fading by a fifth a week (1/M); 0 for none",
  }),
  answers: real(5, {
    min: 0,
    max: 1e4,
    about: "customers' questions that a member of full effort and skill answers",
    unit: "a week",
  }),

  drive: share(0.8, "own drive of an honest member at the start"),
  pay: real(0, {
    min: 0,
    max: 1e6,
    about: "money promised for an act, a talk or a post that arrives (R)",
    unit: "money",
    lever: true,
  }),
  halfPay: real(10, { min: 1e-9, max: 1e6, about: "pay that has half of what pay can do at most (R½)", unit: "money" }),
  crowding: share(
    0.36,
    "drive that is gone while there is pay (χ; 0 to .8; sign: Deci, Koestner & Ryan 1999; Gneezy & Rustichini 2000)",
  ),
  erosion: weekly(0.02, "drive that is lost for good while pay is as high as can be (χ_s)"),
  attraction: share(0.4, "effort that pay adds at most in an honest member (x)"),
  seekers: share(0.05, "members without drive who came for the pay, when there is none"),
  pull: real(4, { min: 0, max: 100, about: "by how much pay multiplies the share of seekers at most" }),
  seekerAttraction: share(1, "effort that pay adds at most in a seeker (x)"),

  scoring: choice(["value", "volume"], {
    about: "what members are paid and praised by: the estimated worth of the customers they brought, or acts",
    lever: true,
  }),
  baseline: share(0.5, "customers brought who are believed to have come anyway"),
  scoreNoise: share(0.2, "error of the estimated worth, either way"),
  recognition: weekly(0.05, "missing drive that status or access restores (a_s)"),
  tiers: whole(1, {
    min: 1,
    max: 100,
    about: "steps to full status; the top tenth of a cycle goes up one, the others down one",
    lever: true,
  }),
  access: share(0, "access to the makers, for all members", true),
  letGo: share(0, "members with the lowest scores who are let go after a cycle", true),

  coaching: share(0.5, "support by briefings and answers to members (s)", true),
  growth: weekly(0.2, "missing skill that full support adds (g_s)"),
  forgetting: weekly(0.05, "skill that is lost without support (f_s)"),
  persuasion: real(1, {
    min: 0,
    max: 100,
    about: "by how much full skill raises what a talk of a member does (κ)",
    unit: "share",
  }),
  tiring: weekly(0.1, "fatigue from full effort (ℓ)"),
  recovery: weekly(0.04, "fatigue that passes"),
  burnOut: real(0.2, {
    min: 0,
    max: 2,
    about: "chance of burning out, for each unit of fatigue beyond one half (B)",
    unit: "a week",
  }),

  falseAlarms: share(0.05, "honest members whom an audit of a cycle flags (φ; 0 to .3); 0 for no audits", true),
  auditArea: real(0.2, {
    min: 0.01,
    max: 1,
    about: "how bad audits are: cheats are flagged with chance φ^θ; 1 flags blindly (θ; .05 to 1)",
  }),
  walkOut: share(0.5, "wrongly punished members who cease to be customers"),
  solidarity: share(0.2, "drive that members next to a wrongly punished one lose"),

  schedule,
  runningCost: real(0, {
    min: 0,
    max: 1e12,
    about: "cost of running the program where there is no schedule",
    unit: "money a week",
    lever: true,
  }),
};
export interface AdvocacyValues extends Values<typeof advocacyParameters> {}
