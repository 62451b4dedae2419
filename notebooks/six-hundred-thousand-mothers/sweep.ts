import { generate } from "../../models/networks/specification.ts";
import { contactReach } from "../../models/programs/ledger/reach.ts";
import { COMMUNITIES, type Swept } from "./reach.ts";

/** One drawn person stands for so many. */
const SCALE = 100;
const MILLIONS = [8, 15, 30, 60];
/** Vocalpoint's members and their contacts, and the contacts of everybody else, at full scale. */
const CLAIMED = { members: 600_000, contacts: 25, others: 5 };

/** Draws circles at a hundredth of the size and counts whom their members reach, by population and by the part of it in which members live. */
export function sweptShares(): Swept[] {
  const { members, contacts, others } = CLAIMED;
  const few = members / SCALE;
  return MILLIONS.flatMap((millions) => COMMUNITIES.map((community) => {
    const network = generate(`circles:advocates=${few},contacts=${contacts},customers=${(millions * 1e6) / SCALE},others=${others},community=${community}`, "1");
    const [reach1] = contactReach(network, (i) => i < few);
    return { millions, community, share: reach1 / (few * contacts) };
  }));
}
