import { unknownName } from "../core/index.ts";
import { advocateProgram } from "./advocate-program.ts";
import { inMarket, type MarketWithPrograms } from "./in-market.ts";
import { referralProgram } from "./referral-program.ts";
import { samplingProgram } from "./sampling-program.ts";

/** Every program, each alone in the market. */
export const programs: readonly MarketWithPrograms[] = [samplingProgram, advocateProgram, referralProgram];

const known = new Map(programs.map((model) => [model.name, model]));

/** The market with the programs of these models in it. Throws `RangeError` with the nearest right name. */
export function programsNamed(names: readonly string[]): MarketWithPrograms {
  const seated = names.flatMap((name) => programNamed(name).seats.map(({ program }) => program));
  if (names.length === 1) return programNamed(names[0]);
  const made = inMarket(...seated);
  known.set(made.name, known.get(made.name) ?? made);
  return programNamed(made.name);
}

/**
 * The model of that name: of one program, or of several such as `advocate-and-referral-programs`.
 * Throws `RangeError` with the nearest right name.
 */
export function programNamed(name: string): MarketWithPrograms {
  const found = known.get(name);
  if (found) return found;
  const parts = /^(.+-and-.+)-programs$/.exec(name)?.[1].split("-and-");
  if (parts) return programsNamed(parts.map((part) => `${part}-program`));
  throw new RangeError(
    unknownName(
      name,
      "a program",
      programs.map((program) => program.name),
    ),
  );
}
