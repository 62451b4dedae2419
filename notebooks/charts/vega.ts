import { type Spec } from "vega";
import { type compile as Compile, type TopLevelSpec } from "vega-lite";
import { refuse } from "../../models/core/index.ts";
import { element } from "../element.ts";
import { type Drawn } from "../../models/studies/telling/charts/look.ts";
import { VEGA_LOOK } from "../../models/studies/telling/charts/vega-look.ts";

export interface VegaOptions extends Drawn {
  /** When it ends, the chart stops listening; a cell that is run again has one. */
  invalidation?: Promise<unknown>;
}

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
  if (hasWidth(spec)) return compile(spec, { config: VEGA_LOOK }).spec;
  const { spec: full } = compile({ ...spec, width }, { config: VEGA_LOOK });
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
