import { type Line } from "../measures.ts";

/** What each line of the ledger is called, and what falls in it. */
export const LINE_WORDS: Record<Line, { name: string; about: string }> = {
  own: { name: "members themselves", about: "what members buy more than they would have without the program" },
  expansion: { name: "new customers", about: "people who would never have come" },
  displacement: {
    name: "won from the rival",
    about: "people who would have been the rival's customers, less those driven to it",
  },
  acceleration: { name: "customers come sooner", about: "people who would have come later in any case" },
  deepening: { name: "customers stay or pay more", about: "the same people staying longer or paying another margin" },
  serviceSaved: { name: "support saved", about: "questions that members answer in place of the company" },
  growth: { name: "pay for new customers", about: "rewards for people who would never have come" },
  timing: { name: "pay for coming sooner", about: "rewards for people who would have come later" },
  deadweight: { name: "pay for nothing", about: "rewards for people who would have come as soon without" },
  members: { name: "pay to members", about: "pay that is for no new customer" },
  fraud: { name: "fraud", about: "pay for nobody real" },
  samples: { name: "samples", about: "what samples cost" },
  running: { name: "running the program", about: "what it costs whoever is in it" },
};
