import { plain } from "../../telling/numbers.ts";
import { clean, words } from "../../telling/text.ts";
import { type VariedAxis, type Point, type Results, type Value, valueAt, variedAxes } from "../results.ts";

/**
 * Short names for networks that still tell them apart. What all networks of one kind have in common is left out: with a
 * ring as the only other network, `watts-strogatz:nodes=2000,degree=8,rewire=0.1` becomes `watts-strogatz`.
 */
export function networkNames(specs: readonly string[]): Map<string, string> {
  const split = specs.map((spec) => {
    const [, kind, rest] = /^([^:]*):?(.*)$/su.exec(spec)!;
    const file = /[^/\\]+\.\w+(?:\?.*)?$/u.exec(kind)?.[0];
    return { spec, kind: file ?? kind, parts: rest ? rest.split(",") : [] };
  });
  const names = new Map<string, string>();
  for (const { spec, kind, parts } of split) {
    const like = split.filter((other) => other.kind === kind);
    const own = parts.filter((part) => !like.every((other) => other.parts.includes(part)));
    names.set(spec, [kind, ...own].join(" "));
  }
  return new Set(names.values()).size === names.size ? names : new Map(specs.map((spec) => [spec, spec]));
}

/** Texts of values; those that read alike (after cleaning, or a number and a word) are numbered. */
function distinct(values: readonly Value[], text: (value: Value) => string): Map<Value, string> {
  const taken = new Map<string, number>();
  return new Map(
    values.map((value) => {
      const own = text(value);
      const times = (taken.get(own) ?? 0) + 1;
      taken.set(own, times);
      return [value, times > 1 ? `${own} (${times})` : own];
    }),
  );
}

/** Significant digits for the numbers of an axis: six where they are short, else enough to tell them apart. */
function digitsFor(values: readonly number[]): number {
  if (values.every((value) => plain(value, 6).length <= 6)) return 6;
  for (let digits = 3; digits < 15; digits++) {
    if (new Set(values.map((value) => plain(value, digits))).size === values.length) return digits;
  }
  return 15;
}

/** Vega 6.4 looks titles up in a plain object and fails on `constructor`; a trailing space avoids that. */
const titled = (text: string): string => (text in {} ? `${text}\u00a0` : text);

/** Settings in words. Make one for all results, since short names depend on all of them. */
export interface Labels {
  value(axis: string, value: Value): string;
  /** `probability 0.1`; a network by its name alone. */
  setting(axis: string, value: Value): string;
  /** All varied axes of a point, or those named. */
  point(point: Point, axes?: readonly VariedAxis[]): string;
  /** `reach (customers)`. */
  titled(name: string, unit?: string): string;
}

export function labels(results: Results): Labels {
  const specs = results.axes.find(({ name }) => name === "network")?.values.map(String) ?? [];
  const networks = networkNames(specs);
  const digits = new Map(
    results.axes.map(({ name, values }) => [name, digitsFor(values.filter((v) => typeof v === "number"))]),
  );
  const raw = (axis: string, v: Value): string => {
    if (typeof v === "number") return plain(v, digits.get(axis));
    return clean(axis === "network" ? (networks.get(String(v)) ?? String(v)) : String(v)) || "(empty)";
  };
  const texts = new Map(results.axes.map(({ name, values }) => [name, distinct(values, (v) => raw(name, v))]));
  const said = (axis: string, v: Value): string => texts.get(axis)?.get(v) ?? raw(axis, v);
  const setting = (axis: string, v: Value): string =>
    axis === "network" ? said(axis, v) : `${words(axis)} ${said(axis, v)}`;
  const varied = variedAxes(results);
  return {
    value: said,
    setting,
    point: (point, axes = varied) =>
      axes
        .flatMap(({ name }) => {
          const value = valueAt(point, name);
          return value === undefined ? [] : [setting(name, value)];
        })
        .join(", ") || "the only setting",
    titled: (name, unit) => titled(unit && unit !== name ? `${words(name)} (${clean(unit)})` : words(name)),
  };
}
