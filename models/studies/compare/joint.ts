import { COSTS } from "../../ledger/ledger.ts";
import { programNamed } from "../../programs/programs.ts";
import { type Arm } from "../brief/brief.ts";

/** An arm as it is run. */
export type Runs = Pick<Arm, "name" | "program" | "parameters">;

/** An arm with several programs, and for each of them the arm in which it runs alone in the same worlds. */
export interface Joint {
  arm: number;
  parts: { program: string; alone: number }[];
}

/**
 * The arms with several programs, and all arms that are run: those of the brief, then each program alone that the
 * brief has no arm for. These are compared with nothing and stand in no table but that of the interaction, so that
 * a brief need not name them and its advice stays about what it names.
 */
export function jointsOf(arms: readonly Runs[]): { joints: Joint[]; all: Runs[] } {
  const all = [...arms];
  const same = (a: Runs, b: Runs): boolean =>
    a.program === b.program && spelled(a.parameters) === spelled(b.parameters);
  const joints = arms.flatMap((arm, at): Joint[] => {
    const parts = partsOf(arm);
    if (parts.length < 2) return [];
    return [
      {
        arm: at,
        parts: parts.map((part) => {
          const found = all.findIndex((one) => same(one, part));
          return { program: part.program, alone: found < 0 ? all.push(part) - 1 : found };
        }),
      },
    ];
  });
  return { joints, all };
}

/** Each program of an arm as an arm of its own. */
function partsOf({ name, program, parameters }: Runs): Runs[] {
  return programNamed(program).seats.map(({ program: own, named }) => ({
    name: `${name}: ${own.name} alone`,
    program: `${own.name}-program`,
    parameters: Object.fromEntries(
      Object.keys(own.parameters).flatMap((key) =>
        Object.hasOwn(parameters, named(key)) ? [[key, parameters[named(key)]]] : [],
      ),
    ),
  }));
}

const spelled = (parameters: Record<string, unknown>): string =>
  JSON.stringify(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What each program of an arm with several costs, by line. */
export const costColumns = ({ arm, parts }: Joint): string[] =>
  parts.flatMap(({ program }) => COSTS.map((line) => `${arm} ${program} ${line}`));
