import { type Model, type Network } from "../../core/index.ts";

/**
 * What a program is given to run without the last tenth of its members, at least one: those called last, since a
 * larger program contains a smaller one. `advocates` is how many it enrolled in the same world, fewer than its
 * places where too few are willing. Null where it has no members to leave out.
 */
export function withoutLastTenth(
  { parameters }: Pick<Model, "parameters">,
  { size }: Pick<Network, "size">,
  given: Readonly<Record<string, unknown>>,
  advocates: number,
): Record<string, unknown> | null {
  if (!Object.hasOwn(parameters, "memberShare") || advocates === 0) return null;
  const setting = (name: string): unknown => given[name] ?? parameters[name].fallback;
  const members = setting("members") as readonly string[];
  const places = members.length > 0 ? members.length : Math.round((setting("memberShare") as number) * size);
  const filled = Math.min(places, advocates);
  const left = filled - Math.ceil(filled / 10);
  return { ...given, members: members.slice(0, left), memberShare: left / size };
}
