import { type Paired } from "../../models/statistics/index.ts";
import { type Decision } from "../charts/decision-card.ts";
import { percent, plain } from "../exact.ts";
import { others, type Place } from "./places.ts";

/** What the money is better spent on; undecided where the interval of the paired difference holds 0. */
export function better({ low, high }: Pick<Paired, "low" | "high">): "one" | "many" | "undecided" {
  return low > 0 ? "one" : high < 0 ? "many" : "undecided";
}

/** The decision of who is paid `pay` times as much, or as many others instead; undefined until both have run. */
export function advice(
  { anyone, hubs, many, difference, reachRatio, contactRatio }: Place,
  pay: number,
): Decision | undefined {
  if (!many || !difference) return undefined;
  const some = others(pay);
  const verdict = {
    one: "Pay the well connected one.",
    many: `Ask ${some} instead.`,
    undecided: `One of the well connected and ${some} cannot be told apart.`,
  }[better(difference)];
  const interval = ({ low, high }: { low: number; high: number }): string =>
    Number.isFinite(low) && Number.isFinite(high)
      ? `95 % interval ${plain(low)} to ${plain(high)}`
      : "no bounded 95 % interval";
  const mean = (reach: Float64Array): string =>
    `${plain(Math.round(reach.reduce((sum, one) => sum + one, 0) / reach.length))} customers`;
  return {
    title: `Who begins, where one of the well connected costs as much as ${some}?`,
    verdict,
    sure: `The one reaches ${plain(Math.round(Math.abs(difference.mean)))} customers ${difference.mean < 0 ? "fewer" : "more"} (the one less ${some}: ${interval(difference)}), in ${difference.n} paired worlds.`,
    facts: [
      { label: "reached from one of the well connected", value: mean(hubs.reach) },
      { label: `reached from ${some}`, value: mean(many.reach) },
      ...(pay > 1 ? [{ label: "reached from anyone", value: mean(anyone.reach) }] : []),
      { label: "chance of something large: the one", value: percent(hubs.chance.share) },
      { label: `chance of something large: ${some}`, value: percent(many.chance.share) },
      { label: "the one over anyone, customers", value: `${plain(reachRatio.ratio)} times (${interval(reachRatio)})` },
      { label: "the one over anyone, contacts", value: `${plain(contactRatio)} times` },
    ],
    caveat:
      "It would be overturned where the well connected are more trusted too, or where customers are hard to find one by one.",
  };
}
