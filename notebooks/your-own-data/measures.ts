import { type Structure } from "../../models/networks/structure/describe.ts";
import { type DataRow } from "../../models/studies/telling/row.ts";
import { type Found } from "./work.ts";

/** What each figure of `network info` tells, for who reads it for the first time. */
const ABOUT: Record<Exclude<keyof Structure, "estimated" | "errors" | "limits">, string> = {
  nodes: "people",
  edges: "ties; where they have a direction each way counts",
  directed: "whether ties have a direction",
  weighted: "whether ties differ in weight",
  meanDegree: "contacts of a person on average, whatever the direction",
  meanSquareDegree: "mean of the squared number of contacts",
  maxDegree: "most contacts of one person",
  friendshipParadox: "share of people with fewer contacts than their contacts have on average",
  components: "parts that no tie connects",
  largestComponent: "people in the largest part",
  strongComponents: "parts in which everybody can reach everybody along the direction of ties",
  largestStrongComponent: "people in the largest of those",
  reciprocity: "share of ties that are answered",
  triangles: "threes in which all know each other",
  transitivity: "share of pairs of contacts of one person who are tied too",
  meanClustering: "the same, as a mean over people",
  assortativity: "correlation of the contacts of both ends of a tie: above 0 the well connected know each other",
  degeneracy: "the largest k such that some people all have k contacts among themselves",
  meanDistance: "steps between two people who can reach each other",
  diameter: "most steps between two people of the largest part",
};

/**
 * The figures of `network info --json`, digit for digit, and what was dropped to read the file; empty before they are
 * there.
 */
export function structureRows({ structure }: Found): DataRow[] {
  if (!structure) return [];
  const { dropped, estimated, errors, limits } = structure;
  const doubt = (name: string): string =>
    !estimated.includes(name)
      ? "exact"
      : name in errors
        ? `estimated, standard error ${Number(errors[name].toPrecision(3))}`
        : `estimated, from ${limits[name].join(" to ")}`;
  const names = Object.keys(ABOUT) as (keyof typeof ABOUT)[];
  return [
    ...names.map((measure) => ({ measure, value: structure[measure], doubt: doubt(measure), about: ABOUT[measure] })),
    {
      measure: "dropped selfLoops",
      value: dropped.selfLoops,
      doubt: "exact",
      about: "rows of the file that tied someone to themselves",
    },
    { measure: "dropped duplicates", value: dropped.duplicates, doubt: "exact", about: "rows that were there before" },
    {
      measure: "dropped dangling",
      value: dropped.dangling,
      doubt: "exact",
      about: "rows that named someone who is not there",
    },
    {
      measure: "dropped unusable",
      value: dropped.unusable,
      doubt: "exact",
      about: "rows without two names or with a weight that is no number above 0; the remarks give the reasons",
    },
  ];
}
