import { type Attribute, type Network } from "../core/index.ts";
import { type MarketValues, type Segment } from "./parameters.ts";

const EVERYONE: readonly Segment[] = [{ name: "", share: 1, margin: 1, talk: 1, leaving: 1, joining: 1 }];

/** The segments of a market; a single segment of everyone if none are given. */
export const segmentsOf = ({ segments }: Pick<MarketValues, "segments">): readonly Segment[] =>
  segments.length > 0 ? segments : EVERYONE;

/** What is wrong with the segments, or with the attribute `segment` of the customers. */
export function segmentFaults(network: Network, { segments }: Pick<MarketValues, "segments">): string[] {
  if (segments.length === 0) return [];
  const faults: string[] = [];
  if (segments.length > 255) faults.push(`segments must be at most 255, got ${segments.length}`);
  const known = attributeNamed(network, "segment");
  if (known === undefined) {
    const sum = segments.reduce((total, { share }) => total + share, 0);
    if (Math.abs(sum - 1) > 1e-9) faults.push(`the shares of segments must add up to 1, got ${sum}`);
  } else if (known.kind !== "category") faults.push("the attribute segment must contain names, got numbers");
  else {
    const names = new Set(segments.map(({ name }) => name));
    const strange = known.labels.filter((label) => label !== "" && !names.has(label));
    if (strange.length > 0)
      faults.push(`segments must name every segment of the customers; missing: ${strange.slice(0, 5).join(", ")}`);
    const unknown = known.codes.findIndex((code) => code === 0);
    if (unknown >= 0) faults.push(`every customer must have a segment; ${network.keys.key(unknown)} has none`);
  }
  return faults;
}

/** The segment of each customer: the attribute if there is one, otherwise drawn by `u` in the given shares. */
export function segmentOf(
  network: Network,
  segments: readonly Segment[],
  u: (i: number) => number,
): (i: number) => number {
  const known = attributeNamed(network, "segment");
  if (known?.kind === "category" && segments !== EVERYONE) {
    const at = known.labels.map((label) => segments.findIndex(({ name }) => name === label));
    return (i) => at[known.codes[i]];
  }
  return (i) => {
    let left = u(i);
    for (let k = 0; k < segments.length - 1; k++) {
      left -= segments[k].share;
      if (left < 0) return k;
    }
    return segments.length - 1;
  };
}

/** The customers' own attribute with this name, or undefined if they have none. */
export function attributeNamed({ attributes }: Network, name: string): Attribute | undefined {
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}
