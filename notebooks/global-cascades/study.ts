import { globalCascade } from "../../models/cascades/watts-window.ts";
import { wattsThreshold } from "../../models/cascades/watts-threshold.ts";
import { real, type Values, whole } from "../../models/core/index.ts";
import { type Summary } from "../../models/statistics/index.ts";
import { heatChart } from "../../models/studies/telling/charts/heat.ts";
import { worldsHistogram } from "../../models/studies/telling/charts/histogram.ts";
import { lawChart } from "../../models/studies/telling/charts/law.ts";
import { percent } from "../exact.ts";
import { seed, worlds } from "../study/asked.ts";
import { sweepText } from "../study/commands.ts";
import { defineStudy } from "../study/study.ts";
import { type SweepDone, type SweepJob, sweepWork } from "../study/sweep.ts";
import { after, together } from "../study/computation.ts";
import { type DataRow } from "../../models/studies/telling/row.ts";
import { riotParameters } from "./riot.ts";
import { type Globals, globalsOf, windowLine } from "./window.ts";

/** Mean contacts at which chance and size are computed, and those of the map. */
const ALONG = [0.5, 1, 1.5, 2, 3, 4, 5, 6, 7, 8, 10];
const MAPPED = Array.from({ length: 12 }, (_, at) => at + 1);
const THRESHOLDS = Array.from({ length: 10 }, (_, at) => (10 + 2 * at) / 100);

/** The settings at the top of the page; the crowd has its own form. */
export const asked = {
  degree: real(5.5, { min: 0.5, max: 12, about: "mean number of contacts of a customer", unit: "contacts" }),
  threshold: real(0.18, { min: 0.05, max: 1, about: wattsThreshold.parameters.threshold.about, unit: "share" }),
  nodes: whole(1000, { min: 100, max: 3000, about: "number of customers", unit: "customers" }),
  seed: seed(),
  worlds: worlds(200, 2000),
  mapWorlds: whole(20, { min: 2, max: 200, about: "number of worlds for each cell of the map", unit: "worlds" }),
  world: whole(1, { min: 0, max: 1999, about: "which world is drawn, from 0" }),
};
const parameters = { ...asked, ...riotParameters };
export type Asked = Values<typeof asked>;

/** A random network with `degree` contacts per customer on average, as the command line names it. */
export const networkOf = ({ nodes }: Asked, degree: number): string => `erdos-renyi:nodes=${nodes},degree=${degree}`;

const alongOf = ({ degree }: Asked): number[] => [...new Set([...ALONG, degree])].sort((a, b) => a - b);
const jobOf = (
  settings: Asked,
  degrees: readonly number[],
  thresholds: readonly number[],
  worlds: number,
): SweepJob => ({
  model: wattsThreshold.name,
  networks: degrees.map((degree) => networkOf(settings, degree)),
  vary: [`threshold=${thresholds.join(",")}`],
  set: {},
  seed: settings.seed,
  worlds,
  redraw: true,
});
const alongJob = (settings: Asked): SweepJob =>
  jobOf(settings, alongOf(settings), [settings.threshold], settings.worlds);
const mapJob = (settings: Asked): SweepJob => jobOf(settings, MAPPED, THRESHOLDS, settings.mapWorlds);

/** One mean degree and threshold: the reach in each world, and how often it is global. */
export interface Place {
  degree: number;
  threshold: number;
  measures: Record<string, Summary>;
  reach: Float64Array;
  globals: Globals;
}

const placesOf =
  ({ nodes }: Asked, degrees: readonly number[], thresholds: number) =>
  ({ points }: SweepDone): Place[] =>
    points.map(({ values, measures, columns: { reach } }, at) => ({
      degree: degrees[Math.floor(at / thresholds)],
      threshold: Number(values.threshold),
      measures,
      reach,
      globals: globalsOf(reach, nodes),
    }));

export interface Found {
  along: Place[];
  map: Place[];
}

/** The place of the settings, once its worlds are done. */
export const hereOf = ({ along }: Found, { degree }: Asked): Place | undefined =>
  along.find((place) => place.degree === degree);

const [CHANCE, SIZE] = [
  "chance that one customer sets off a global cascade",
  "share of all customers that it then reaches",
];

const alongRows = ({ along }: Found): DataRow[] =>
  along.map(({ degree, threshold, globals: { share, low, high, size }, reach }) => {
    const law = globalCascade(degree, threshold);
    return {
      degree,
      threshold,
      share,
      low,
      high,
      size: size.mean,
      sizeQ05: size.q05,
      sizeQ95: size.q95,
      worlds: reach.length,
      lawShare: law.chance,
      lawSize: law.size,
    };
  });

const mapRows = ({ map }: Found): DataRow[] =>
  map.map(({ degree, threshold, globals, reach }) => ({
    degree,
    threshold,
    share: globals.share,
    worlds: reach.length,
  }));

/** Small changes, global cascades. */
export const study = defineStudy({
  name: "global-cascades",
  about: wattsThreshold.about,
  parameters,
  first: ["degree", "threshold", "world", "seed"],
  presets: [
    { name: "In the middle of the window", about: "nearly every start sets off a cascade", values: { degree: 3 } },
    {
      name: "Just below the window",
      about: "too few contacts: the network falls into small pieces",
      values: { degree: 1 },
    },
    { name: "Beyond the window", about: "too many contacts: one customer moves nobody", values: { degree: 8 } },
    {
      name: "Easily moved",
      about: "a tenth of a customer's contacts is enough",
      values: { threshold: 0.1, degree: 8 },
    },
  ],
  drawn: ["world"],
  work: (settings: Asked) =>
    together({
      along: after(sweepWork(alongJob(settings)), placesOf(settings, alongOf(settings), 1)),
      map: after(sweepWork(mapJob(settings)), placesOf(settings, MAPPED, THRESHOLDS.length)),
    }),
  commands: (settings) => [
    { about: "Along the mean number of contacts", command: sweepText(alongJob(settings)) },
    { about: "The map of the window", command: sweepText(mapJob(settings)) },
  ],
  charts: {
    sizes: {
      caption:
        "Look for two peaks, near nobody and near everybody, or one slope. If there are two with nothing between them, no world is near the mean.",
      text: (found: Found, settings) => {
        const here = hereOf(found, settings);
        return here
          ? `Share reached in ${here.reach.length} worlds: more than a twentieth in ${percent(here.globals.share)} of them, and in those ${percent(here.globals.size.mean)} on average.`
          : "Nothing is computed yet.";
      },
      rows: (found, settings) =>
        Array.from(hereOf(found, settings)?.reach ?? [], (reached, world) => ({
          world,
          reach: reached,
          share: reached / settings.nodes,
        })),
      draw: (found, settings, place) =>
        worldsHistogram(
          Array.from(hereOf(found, settings)?.reach ?? [], (reached) => reached / settings.nodes),
          { xLabel: "share of all customers that one customer reaches in the end", percent: true, ...place },
        ),
    },
    along: {
      caption:
        "Look towards the upper limit of the window, if it is in the picture: do global cascades become rarer there, and larger? Dots are simulated worlds. The bar of a chance is its 95 % interval; the bar of a size contains nine global cascades in ten. Lines are the theory for infinitely large networks; small networks differ from it near the edges.",
      text: (found: Found) =>
        found.along.length === 0
          ? "Nothing is computed yet."
          : `By mean contacts: ${found.along.map(({ degree, globals }) => `${degree}: ${percent(globals.share)}`).join(", ")} of worlds have a global cascade.`,
      rows: alongRows,
      draw: ({ along }, settings, place) => {
        const degrees = Array.from({ length: 201 }, (_, at) => at / 20);
        return lawChart(
          along.flatMap(({ degree, globals: { share, low, high, size } }) => [
            { x: degree, series: CHANCE, mean: share, low, high },
            { x: degree, series: SIZE, mean: size.mean, low: size.q05, high: size.q95 },
          ]),
          {
            ...place,
            series: [CHANCE, SIZE],
            domain: [0, Math.max(10, settings.degree)],
            xLabel: "mean number of contacts",
            yLabel: "share",
            law: degrees.flatMap((degree) => {
              const { chance, size } = globalCascade(degree, settings.threshold);
              return [
                { x: degree, series: CHANCE, y: chance },
                { x: degree, series: SIZE, y: chance > 0 ? size : NaN },
              ];
            }),
          },
        );
      },
    },
    map: {
      caption:
        "Look for the region where most worlds have one: with too few contacts the network falls apart, with too many one contact moves nobody. The line is the edge of this region in theory, for infinitely large networks; in small networks the edge is blurred.",
      text: (found: Found) =>
        found.map.length === 0
          ? "Nothing is computed yet."
          : `Of ${found.map.length} settings, ${found.map.filter(({ globals }) => globals.share > 0.5).length} have a global cascade in more than half of their worlds.`,
      rows: mapRows,
      draw: (found, _, place) =>
        heatChart(mapRows(found), {
          x: "degree",
          y: "threshold",
          value: "share",
          percent: true,
          ...place,
          labels: { x: "mean number of contacts", y: "threshold", value: "share of worlds with a global cascade" },
          mark: { label: "edge in theory", points: windowLine(THRESHOLDS[0]) },
        }),
    },
  },
  tables: {
    reached: {
      caption:
        "The reach of one customer by mean number of contacts, as the command line prints it, and how often it is global",
      rows: ({ along }: Found) =>
        along.flatMap(({ degree, threshold, measures, globals }) =>
          ["reach", "rounds"].map((measure) => {
            const { mean, low, high, n } = measures[measure];
            return { degree, threshold, measure, mean, low, high, worlds: n, global: globals.share };
          }),
        ),
    },
  },
});
