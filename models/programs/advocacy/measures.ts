import { type Network } from "../../core/index.ts";
import { ACTIVE, type Advocating, EXPELLED, LEFT } from "./state.ts";

type Seen = { network: Network; state: Advocating["state"] };

/** What a program of advocates reports besides the market. */
export function advocacyMeasures() {
  const count = (about: string, role: number) => ({
    about,
    unit: "people",
    of: ({ state }: Seen): number => state.role.reduce((sum, one) => sum + (one === role ? 1 : 0), 0),
  });
  const ofActive = (about: string, name: "effort" | "drive" | "skill" | "fatigue") => ({
    about: `${about} of active members, on average; missing where there are none`,
    unit: "share",
    of: ({ network, state }: Seen): number => {
      let [sum, members] = [0, 0];
      for (let i = 0; i < network.size; i++)
        if (state.role[i] === ACTIVE) [sum, members] = [sum + state[name][i], members + 1];
      return sum / members;
    },
  });
  const tally = (about: string, unit: string, of: (state: Advocating["state"]) => number) => ({
    about,
    unit,
    of: ({ state }: Seen): number => of(state),
  });
  return {
    active: count("members at work now", ACTIVE),
    gone: count("members who left or were let go", LEFT),
    expelled: count("members who were expelled", EXPELLED),
    effort: ofActive("effort", "effort"),
    drive: ofActive("own drive", "drive"),
    skill: ofActive("skill", "skill"),
    fatigue: ofActive("fatigue", "fatigue"),
    conversations: tally("talks of members that arrived, so far", "talks", ({ conversations }) => conversations[0]),
    posts: tally("posts of members that arrived, so far", "posts", ({ posts }) => posts[0]),
    burnOuts: tally("burn-outs so far", "burn-outs", ({ burnOuts }) => burnOuts[0]),
    rightFlags: tally(
      "audits' flags that hit a cheat; missing where nobody was flagged",
      "share",
      ({ flags }) => flags[1] / flags[0],
    ),
    paid: {
      about: "discounted pay to members so far, for each person in the market",
      unit: "money",
      of: ({ network, state: { paidMember, paidFraud } }: Seen): number =>
        paidMember.reduce((sum, one, i) => sum + one + paidFraud[i], 0) / network.size,
    },
    answeredByMembers: tally("questions that members answered, so far", "answers", ({ answers }) => answers[0]),
    answeredByFirm: tally("questions that the firm answered, so far", "answers", ({ answers }) => answers[1]),
  };
}
