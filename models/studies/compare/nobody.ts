import { programNamed } from "../../programs/programs.ts";
import { type CompareJob } from "./job.ts";
import { type ArmMeasures, LINES } from "./measures.ts";
import { named } from "../telling/text.ts";

/** A program that nobody took part in, in any world, and the reason as far as the brief shows it. */
export interface Nobody {
  arm: string;
  because: string;
}

/**
 * The programs that nobody took part in: those without members or, where customers take part on their own, those
 * without any effect.
 */
export function nobodyIn(
  { brief, customers }: Pick<CompareJob, "brief" | "customers">,
  measures: readonly ArmMeasures[],
): Nobody[] {
  return brief.arms.flatMap((arm, at) => {
    const { own, seats } = programNamed(arm.program);
    if (seats.length > 1) return [];
    if (seats[0].program.takes.places === undefined)
      return hasEffect(measures[at])
        ? []
        : [
            {
              arm: arm.name,
              because:
                "no customer becomes eligible in time and invites anyone (tenure, leastWorth, mostLeaving, inviting)",
            },
          ];
    if (measures[at].advocates.mean > 0) return [];
    const assumed = new Set(brief.assumptions.map(({ name }) => name));
    const setting = (name: string): number =>
      assumed.has(name) ? NaN : Number(arm.parameters[name] ?? own[name].fallback);
    return [{ arm: arm.name, because: reason(setting("minimumContacts"), setting("memberShare"), customers) }];
  });
}

function reason(least: number, share: number, { people, mostContacts }: CompareJob["customers"]): string {
  if (Math.round(share * people) === 0) return `memberShare ${share} of ${people} customers rounds to no members`;
  if (least > mostContacts)
    return `a member must have at least ${least} contacts (minimumContacts), but no customer has more than ${mostContacts}`;
  return "nobody with enough contacts is willing to join (minimumContacts, joining)";
}

/** True where any line of the ledger other than the cost of running is not 0 in some world. */
const hasEffect = ({ lines }: ArmMeasures): boolean =>
  LINES.some((line) => line !== "running" && (lines[line].mean !== 0 || lines[line].high > lines[line].low));

/** The finding as a sentence. */
export const nobodyText = ({ arm, because }: Nobody): string =>
  `Nobody takes part in ${named(arm)} in any world: ${because}.`;
