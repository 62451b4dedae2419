/**
 * A chart of Plot's as one picture with one text: readers that speak hear `label`, not the names of its
 * layers, which may not carry any. The chart itself is returned; a legend beside it is left as it is.
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
