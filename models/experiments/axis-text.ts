import { fromText, type Parameters } from "../core/index.ts";
import { type Axis, type Setting } from "./axis.ts";

const NUMBER = String.raw`([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)`;
const RANGE = new RegExp(String.raw`^\s*${NUMBER}\s*\.\.\s*${NUMBER}\s*(?:/\s*(\d+)\s*)?(?:/\s*(log|linear)\s*)?$`);
const FORMS = "a..b, a..b/n, a..b/n/log or a list a,b,c";

/**
 * An axis from text as typed: `k=0..1/5` (five values), `k=0.001..1/4/log`, `k=1..9` (all whole numbers, or the
 * whole range if a design samples it), `k=1,5,10`. Values are read according to the parameter's kind or, for an
 * unknown parameter, according to how they look. Node keys of one setting are joined by `+`: `seeds=0+1,33`. Throws
 * `RangeError` for text that is not an axis.
 */
export function axisFromText(text: string, parameters: Parameters = {}): Axis {
  const at = text.indexOf("=");
  if (at < 1) throw new RangeError(`vary: must be name=${FORMS}, got ${text}`);
  return axisFromSpan(text.slice(0, at).trim(), text.slice(at + 1), parameters);
}

/** Reads the part after the `=` of `axisFromText`. */
export function axisFromSpan(name: string, text: string, parameters: Parameters = {}): Axis {
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  const numeric = !parameter || parameter.kind === "real" || parameter.kind === "whole";
  const range = numeric ? RANGE.exec(text) : null;
  if (range) {
    const [, from, to, count, scale] = range as unknown as [string, string, string, string?, ("log" | "linear")?];
    const places = { ...(count !== undefined && { count: Number(count) }), ...(scale && { scale }) };
    return { name, from: Number(from), to: Number(to), ...places, ...(parameter?.kind === "whole" && { whole: true }) };
  }
  if (text.trim() === "" || (numeric && text.includes("..")))
    throw new RangeError(`vary: ${name} must be ${FORMS}, got ${text || "nothing"}`);
  const values = text.split(",").map((part): Setting => {
    const word = part.trim();
    if (parameter) return fromText(parameter, parameter.kind === "nodes" ? word.replaceAll("+", ",") : word) as Setting;
    if (word === "true" || word === "false") return word === "true";
    return word !== "" && Number.isFinite(Number(word)) ? Number(word) : word;
  });
  return { name, values };
}
