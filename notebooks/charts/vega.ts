import { type Spec } from "vega";
import { type compile as Compile, type TopLevelSpec } from "vega-lite";
import { refuse } from "../../models/core/index.ts";
import { element } from "../element.ts";
import { type Drawn, GRID, HUES, TEXT } from "../../models/studies/telling/plots/look.ts";

export interface VegaOptions extends Drawn {
  /** When it ends, the chart stops listening; a cell that is run again has one. */
  invalidation?: Promise<unknown>;
}

const INK = "currentColor";
const TITLE = { titleColor: INK, titleFontSize: TEXT, titleFontWeight: 600 };
/**
 * What every chart of Vega's here looks like; hues and ink are the page's, so they follow light and dark by themselves.
 */
const CONFIG = {
  aria: false,
  background: "transparent",
  font: "system-ui, sans-serif", // a canvas measures it, and knows no variables
  padding: 6,
  view: { stroke: null },
  range: { category: HUES, ramp: { scheme: "viridis" }, heatmap: { scheme: "viridis" } },
  mark: { color: HUES[0] },
  rule: { color: INK },
  text: { color: INK, fontSize: TEXT },
  title: { color: INK, fontSize: TEXT + 2 },
  axis: {
    domainColor: INK,
    domainOpacity: 0.5,
    tickColor: INK,
    tickOpacity: 0.5,
    gridColor: INK,
    gridOpacity: GRID.strokeOpacity,
    labelColor: INK,
    labelFontSize: TEXT,
    labelOverlap: true,
    titlePadding: 8,
    ...TITLE,
  },
  axisX: { labelAngle: 0 },
  legend: {
    orient: "top",
    direction: "horizontal",
    columns: 2,
    labelColor: INK,
    labelFontSize: TEXT,
    labelLimit: 220,
    ...TITLE,
  },
  header: { labelColor: INK, labelFontSize: TEXT, ...TITLE },
} as const;

/** Compositions set the width of each part themselves. */
const COMPOSED = ["concat", "hconcat", "vconcat", "facet", "repeat"];
const FACETS = ["row", "column", "facet"];
const hasWidth = (spec: TopLevelSpec): boolean => {
  const channels = "encoding" in spec ? Object.keys(spec.encoding ?? {}) : [];
  return (
    "width" in spec || COMPOSED.some((word) => word in spec) || channels.some((channel) => FACETS.includes(channel))
  );
};

/** A specification of Vega's with everything in it, axes and legends too, as wide as asked for. */
function compiled(compile: typeof Compile, spec: TopLevelSpec, width: number): Spec {
  if (hasWidth(spec)) return compile(spec, { config: CONFIG as object }).spec;
  const { spec: full } = compile({ ...spec, width }, { config: CONFIG as object });
  // told before, vega-lite would warn where y has steps
  return { ...full, autosize: { type: "fit-x", contains: "padding" } };
}

/**
 * A chart of Vega-Lite's, as wide as asked for, with its selections and tooltips in a page and without them
 * elsewhere. No text becomes code: expressions are interpreted. Nothing is loaded either; rows must be in
 * the specification. Vega itself is loaded when a chart is first drawn. Its own configuration wins over ours.
 * Throws `RangeError` where the width is not a number above 0 or the specification names something to load.
 */
export async function vegaChart(
  spec: TopLevelSpec,
  { width, document: given, invalidation }: VegaOptions,
): Promise<Element> {
  if (!(width > 0 && width < Infinity))
    throw new RangeError(`vega chart: width must be a number above 0, got ${width}`);
  const [vega, { compile }, { expressionInterpreter }] = await Promise.all([
    import("vega"),
    import("vega-lite"),
    import("vega-interpreter"),
  ]);
  const faults: string[] = [];
  const refused = (address: string): Promise<never> => {
    faults.push(`vega chart: rows must be in the specification, nothing is loaded; got the address ${address}`);
    return Promise.reject(new RangeError(address));
  };
  const page = typeof globalThis.matchMedia === "function"; // elsewhere nothing can be laid out or hovered over
  const view = new vega.View(vega.parse(compiled(compile, spec, width), undefined, { ast: true }), {
    expr: expressionInterpreter,
    loader: { load: refused, sanitize: refused, http: refused, file: refused },
    logLevel: vega.Warn,
    renderer: page ? "svg" : "none",
    hover: page,
  });
  if (!page) {
    const text = await view.toSVG().finally(() => view.finalize());
    refuse(faults);
    return drawingOf(text, given ?? document);
  }
  const root = element("div", { class: "vega-chart" });
  view.initialize(root);
  await view.runAsync();
  refuse(faults);
  for (const layer of root.querySelectorAll("svg [role]"))
    // a frame to draw is a symbol without a name
    for (const name of ["role", "aria-roledescription", "aria-label"]) layer.removeAttribute(name);
  void invalidation?.then(() => view.finalize());
  return root;
}

/** The text of a drawing as an element of a document. */
function drawingOf(text: string, document: Document): Element {
  const { DOMParser } = document.defaultView as unknown as { DOMParser: new () => DOMParser };
  return document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
}
