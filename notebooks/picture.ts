/**
 * Makes a chart of Plot one image with one text, so that screen readers read `label` and not the names of its layers.
 * Returns the chart itself; its legend is not changed.
 */
export function picture<E extends Element>(chart: E, label: string): E {
  const drawing = chart.localName === "svg" ? chart : [...chart.querySelectorAll("svg")].at(-1);
  if (!drawing) throw new RangeError("picture: must hold a drawing, got none");
  for (const layer of drawing.querySelectorAll("[aria-label], [aria-description], [aria-hidden]")) {
    for (const name of ["aria-label", "aria-description", "aria-hidden"]) layer.removeAttribute(name);
  }
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", label);
  return chart;
}
