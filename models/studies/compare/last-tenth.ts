import { type Network, type Parameters } from "../../core/index.ts";
import { type MarketWithPrograms } from "../../programs/in-market.ts";

/**
 * The parameters with which a program runs without the last tenth of its members, at least one. The last are those
 * called last, since a larger program contains a smaller one. `advocates` is how many it enrolled in the same world,
 * which is fewer than its places where too few are willing. Null where there are no members to leave
 * out, or where several programs share the market, since their last members are of different kinds.
 */
export function withoutLastTenth(
  { parameters, seats = [] }: Pick<MarketWithPrograms, "parameters"> & Partial<Pick<MarketWithPrograms, "seats">>,
  { size }: Pick<Network, "size">,
  given: Readonly<Record<string, unknown>>,
  advocates: number,
): Record<string, unknown> | null {
  const { members: list, places: share } = seats.length === 1 ? seats[0].program.takes : {};
  if (list === undefined || share === undefined || advocates === 0) return null;
  const known: Parameters = parameters;
  const setting = (name: string): unknown => given[name] ?? known[name].fallback;
  const members = setting(list) as readonly string[];
  const places = members.length > 0 ? members.length : Math.round((setting(share) as number) * size);
  const filled = Math.min(places, advocates);
  const left = filled - Math.ceil(filled / 10);
  return { ...given, [list]: members.slice(0, left), [share]: left / size };
}
