import { type Drawn } from "../../telling/charts/look.ts";
import { spansDecades } from "../../telling/charts/worlds.ts";
import { newDocument } from "../../telling/document.ts";
import { clear, count, estimate, fixed, plain, range } from "../../telling/numbers.ts";
import { standing } from "../../telling/standing.ts";
import { clean, words } from "../../telling/text.ts";
import { vegaSvg } from "../../telling/vega-svg.ts";
import { arrange, type VariedAxis, measureNames, measureOf, type Results, rowsOf, unitOf } from "../results.ts";
import { differences, shownDifferences } from "./differences.ts";
import { labels, type Labels } from "./labels.ts";
import { dots, heat, lines } from "./means.ts";
import { plan, type ChartPlan } from "./plan.ts";
import { scatter } from "./scatter.ts";
import { MOST_LABELLED, single, spread } from "./spread.ts";

/** Measures after the fourth are in the tables only. */
const MOST_MEASURES = 4;

/** A finished chart with its title, caption and description. */
export interface Chart {
  name: string;
  /** The measure shown; none where a chart shows all. */
  measure?: string;
  title: string;
  caption: string;
  alt: string;
  svg: string;
}

/** In pixels. */
const WIDTH = 700;

/**
 * Draws the charts of a sweep, those of the first measure first: how each measure depends on what was varied, how
 * worlds differ at each setting, and how settings differ in the same worlds. The same results, rows in any order, give
 * the same bytes. A measure without numbers has no chart.
 */
export async function charts(given: Results): Promise<Chart[]> {
  const results = arrange(given);
  const say = labels(results);
  const chosen = plan(results);
  const made: Chart[] = [];
  const drawn: Drawn = { width: WIDTH, document: newDocument() };
  const add = (chart: Omit<Chart, "svg">, drawing: Element | string): void => {
    made.push({ ...chart, svg: standing(drawing, chart) });
  };
  const measures = measureNames(results).filter((measure) => rowsOf(results, measure).length);
  if (chosen.kind === "single") {
    if (measures.length > 0) add(singleWords(results), single(results, say, drawn));
    return made;
  }
  for (const measure of measures.slice(0, MOST_MEASURES)) {
    add(mainWords(results, say, measure, chosen), await mainChart(results, say, measure, chosen, drawn));
    add(spreadWords(results, say, measure, chosen), spread(results, say, measure, drawn));
    if (shownDifferences(results, say, measure).all)
      add(differenceWords(results, say, measure, chosen), differences(results, say, measure, drawn));
  }
  return made;
}

/** The first chart of a measure, of the kind that the plan chooses. */
async function mainChart(
  results: Results,
  say: Labels,
  measure: string,
  chosen: ChartPlan,
  drawn: Drawn,
): Promise<Element | string> {
  switch (chosen.kind) {
    case "lines":
      return lines(results, say, measure, chosen, drawn);
    case "heat":
      return heat(results, say, measure, chosen, drawn);
    case "dots":
      return dots(results, say, measure, chosen, drawn);
    case "scatter":
      return vegaSvg(scatter(results, say, measure, chosen));
    case "single":
      return single(results, say, drawn);
  }
}

type Words = Omit<Chart, "svg">;
type Writer = (results: Results, say: Labels, measure: string, chosen: ChartPlan) => Words;

const list = (axes: readonly VariedAxis[]): string => {
  const names = axes.map(({ name }) => words(name));
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)!}`;
};
/** Names of files: letters, digits and hyphens. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "") || "measure";
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The worlds of each setting: `400 worlds`, or `380 to 400 worlds`. */
const worldsOf = (results: Results, measure: string): string =>
  `${range(rowsOf(results, measure).map(({ n }) => n))} worlds`;

function extent(results: Results, say: Labels, measure: string): string {
  const rows = rowsOf(results, measure).sort((a, b) => a.mean - b.mean || a.point - b.point);
  const points = new Map(results.points.map((point) => [point.id, point]));
  const [low, high] = [rows[0], rows[rows.length - 1]];
  const unit = unitOf(results, measure);
  const say1 = (row: (typeof rows)[number]): string => `${estimate(row).mean} at ${say.point(points.get(row.point)!)}`;
  return `Means run from ${say1(low)} to ${say1(high)}${unit ? ` (${clean(unit)})` : ""}.`;
}

const mainWords: Writer = (results, say, measure, chosen) => {
  const name = words(measure);
  const { about } = measureOf(results, measure);
  const meaning = about ? `${capital(name)}: ${clean(about)}.` : "";
  const worlds = worldsOf(results, measure);
  const look = {
    lines: `Each dot is the mean over ${worlds}; the band is the 95 % interval of the mean (often thinner than the line). Look for where a line turns steep, and for lines whose bands do not touch.`,
    heat: `Each cell is the mean over ${worlds}. Look for the border between dark and light: there a small change in either setting matters most. Intervals are in the table.`,
    dots: `Each dot is the mean over ${worlds}; the bar is the 95 % interval of the mean. Look for bars that do not overlap.`,
    scatter: `Each dot is one setting: the mean over ${worlds}, with its 95 % interval. The other parameters vary at the same time. Look for the panel in which the cloud slopes most: that parameter matters most.`,
    single: "",
  }[chosen.kind];
  const against =
    chosen.kind === "lines"
      ? [chosen.x, ...(chosen.hue ? [chosen.hue] : []), ...chosen.panels]
      : chosen.kind === "heat"
        ? [chosen.x, chosen.y, ...chosen.panels]
        : chosen.kind === "dots"
          ? [chosen.y, ...(chosen.hue ? [chosen.hue] : []), ...chosen.panels]
          : chosen.kind === "scatter"
            ? [...chosen.axes, ...(chosen.hue ? [chosen.hue] : [])]
            : [];
  const title = `Mean ${name} by ${list(against)}`;
  return {
    name: `${slug(measure)}-means`,
    measure,
    title,
    caption: [look, meaning].filter(Boolean).join(" "),
    alt: `${title}. ${extent(results, say, measure)}`,
  };
};

const spreadWords: Writer = (results, say, measure) => {
  const name = words(measure);
  const rows = rowsOf(results, measure);
  const many = rows.length > MOST_LABELLED;
  const worlds = worldsOf(results, measure);
  const caption = many
    ? `How much single worlds differ at each of ${count(rows.length, "setting")}, ${worlds} each, from the highest mean (line) to the lowest. Thin lines hold all worlds, thick lines nine in ten. Look for thick lines that reach from top to bottom: there the mean hides two kinds of worlds.`
    : `How much single worlds differ, with ${worlds} per setting. The thin line holds all of them, the bar nine in ten; the tick is the median, the dot the mean. Look for a long bar with the median far from the mean: there the mean hides two kinds of worlds.`;
  const widest = [...rows].sort((a, b) => b.q95 - b.q05 - (a.q95 - a.q05) || a.point - b.point)[0];
  const point = results.points.find(({ id }) => id === widest.point)!;
  const title = `Spread of ${name} between worlds`;
  const alt = `${title}. Widest at ${say.point(point)}: nine worlds in ten lie from ${plain(widest.q05)} to ${plain(widest.q95)}.`;
  const steps = spansDecades(rows) ? " Equal distances are equal multiples." : "";
  return { name: `${slug(measure)}-spread`, measure, title, caption: `${caption}${steps}`, alt };
};

const differenceWords: Writer = (results, say, measure) => {
  const { shown, all } = shownDifferences(results, say, measure);
  const unsure = shown.filter((difference) => !clear(difference)).length;
  const which =
    shown.length < all
      ? `The ${fixed(shown.length, 0)} largest of ${count(all, "paired difference")}`
      : count(all, "paired difference");
  const title = `Differences in ${words(measure)} in the same worlds`;
  const worlds = range(shown.map(({ n }) => n));
  const caption = `${which}, each over ${worlds} paired worlds. The mark is the mean difference, the line its 95 % interval. Look for hollow marks: their interval covers 0, so they cannot be told apart from no difference (${fixed(unsure, 0)} of those shown).`;
  return {
    name: `${slug(measure)}-differences`,
    measure,
    title,
    caption,
    alt: `${title}. ${fixed(shown.length - unsure, 0)} of ${fixed(shown.length, 0)} shown have an interval that excludes 0.`,
  };
};

function singleWords(results: Results): Words {
  const named = measureNames(results).filter((measure) => rowsOf(results, measure).length);
  const means = named.map((measure) => `${words(measure)} ${estimate(rowsOf(results, measure)[0]).mean}`);
  return {
    name: "measures",
    title: "Every measure at the only setting",
    caption: `Over ${count(results.replicates, "world")}. The thin line holds all of them, the bar nine in ten; the tick is the median, the dot the mean with its 95 % interval. Look for a mean far from the median: a few worlds drive it.`,
    alt: `Means at the only setting: ${means.join(", ")}.`,
  };
}
