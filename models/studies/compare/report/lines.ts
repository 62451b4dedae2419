import { type Line } from "../measures.ts";

/** What each line of the ledger is called, and what falls in it. */
export const LINE_WORDS: Record<Line, { name: string; about: string }> = {
  own: { name: "members themselves", about: "what members buy beyond what they would have bought without the program" },
  expansion: { name: "new customers", about: "people who would never have become customers" },
  displacement: {
    name: "won from the rival",
    about: "people who would have been the rival's customers, less those driven to the rival",
  },
  acceleration: { name: "customers who come sooner", about: "people who would have become customers later anyway" },
  deepening: {
    name: "customers who stay longer or pay more",
    about: "the same people staying longer or paying a different margin",
  },
  serviceSaved: { name: "support saved", about: "questions that members answer instead of the company" },
  growth: { name: "pay for new customers", about: "rewards for people who would never have become customers" },
  timing: { name: "pay for coming sooner", about: "rewards for people who would have come later" },
  deadweight: {
    name: "pay without effect",
    about: "rewards for people who would have come just as soon without the program",
  },
  members: { name: "pay to members", about: "pay that is not for a new customer" },
  fraud: { name: "fraud", about: "pay for people who do not exist" },
  samples: { name: "samples", about: "the cost of the samples" },
  running: { name: "running the program", about: "what the program costs, whoever takes part" },
};
