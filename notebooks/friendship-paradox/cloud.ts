import { type TopLevelSpec } from "vega-lite";
import { type Network } from "../../models/core/index.ts";
import { friendsMeans, friendsOf } from "./friends.ts";

/** A person with friends: how many, and how many those have on average. */
export interface Friends {
  person: string;
  friends: number;
  theirs: number;
}

/** Everybody who has friends. */
export function cloudRows(network: Network): Friends[] {
  const friends = friendsOf(network);
  return Array.from(friendsMeans(network)).flatMap((theirs, i) =>
    Number.isFinite(theirs) ? [{ person: network.keys.key(i), friends: friends[i], theirs }] : [],
  );
}

/**
 * People by their friends and their friends' mean, with the line on which both are equal; a frame drawn over some makes
 * the others fade.
 */
export function cloudSpec(rows: readonly Friends[]): TopLevelSpec {
  const most = rows.reduce((max, { friends, theirs }) => Math.max(max, friends, theirs), 1);
  return {
    height: 320,
    layer: [
      {
        data: { values: [{ both: 0 }, { both: most }] },
        mark: { type: "line", strokeDash: [4, 4], color: "currentColor", opacity: 0.6 },
        encoding: { x: { field: "both", type: "quantitative" }, y: { field: "both", type: "quantitative" } },
      },
      {
        data: { values: rows.map((row) => ({ ...row })) },
        params: [{ name: "chosen", select: "interval" }],
        mark: { type: "point", filled: true, size: 40 },
        encoding: {
          x: { field: "friends", type: "quantitative", title: "friends of a person" },
          y: { field: "theirs", type: "quantitative", title: "mean friends of their friends" },
          opacity: { condition: { param: "chosen", value: 0.85 }, value: 0.15 },
          tooltip: [{ field: "person" }, { field: "friends" }, { field: "theirs", format: ".3~r" }],
        },
      },
    ],
  };
}
