import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { colour, colourStyle, DARK, LIGHT } from "../../../../models/studies/telling/charts/hues.ts";
import { withoutVariables } from "../../../../models/studies/telling/standing.ts";

/** By the formula of WCAG 2.2. */
function contrast(a: string, b: string): number {
  const light = (hex: string): number => {
    const [red, green, blue] = [1, 3, 5].map((from) => {
      const part = parseInt(hex.slice(from, from + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low, high] = [light(a), light(b)].sort((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
}

test("each hue has a contrast of 3 to 1 to its ground, light and dark", () => {
  for (const hue of [1, 2, 3, 4, 5, 6] as const) {
    expect(contrast(LIGHT[hue], "#fdfdfb"), `light ${hue}`).toBeGreaterThan(3);
    expect(contrast(DARK[hue], "#171c23"), `dark ${hue}`).toBeGreaterThan(3);
  }
});

test("pages set the same hues as reports do", () => {
  const css = readFileSync(new URL("../../../../notebooks/charts/charts.css", import.meta.url), "utf8");
  const [light, dark] = [css.slice(0, css.indexOf("@media")), css.slice(css.indexOf("@media"))];
  const set = (text: string): [string, string][] =>
    [...text.matchAll(/--view-(\w+): (#\w+);/g)].map(([, name, value]) => [name, value]);
  expect(set(light)).toHaveLength(Object.keys(LIGHT).length);
  expect(Object.fromEntries(set(light))).toEqual(LIGHT);
  expect(Object.fromEntries(set(dark))).toEqual(DARK);
  for (const value of [...Object.values(LIGHT), ...Object.values(DARK)]) expect(colourStyle()).toContain(value);
});

test("a drawing without a page's variables has the hues of a light page", () => {
  expect(withoutVariables(`<path fill="${colour(1)}" stroke="var(--soft, #4d5763)"/>`)).toBe(
    `<path fill="${LIGHT[1]}" stroke="#4d5763"/>`,
  );
});
