import { parseHTML } from "linkedom";

/** A document to draw in, and what charts of it are asked for. */
export const { document } = parseHTML("<!doctype html><body></body>");
export const HOSTILE = '<img src=x onerror="alert(1)">';
export const at = { width: 720, document };

/** Every number in the attribute of each of these elements. */
export const numbers = (chart: Element, selector: string, name: string): number[][] =>
  [...chart.querySelectorAll(selector)].map(
    (one) => (one.getAttribute(name) ?? "").match(/-?[\d.]+/g)?.map(Number) ?? [],
  );
export const texts = (chart: Element): string[] =>
  [...chart.querySelectorAll("text")].map(({ textContent }) => textContent);
