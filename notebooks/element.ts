type Child = Node | string;
type Facts = Record<string, string | number | boolean | undefined>;

/**
 * An element with these attributes and children. Strings become text, never markup, so that names from a file stay
 * data. `true` sets an attribute without a value; `false` and undefined leave it out.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  facts: Facts = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return dress(document.createElement(tag), facts, children);
}

/** The same for SVG elements. */
export function svgElement<K extends keyof SVGElementTagNameMap>(
  tag: K,
  facts: Facts = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return dress(document.createElementNS("http://www.w3.org/2000/svg", tag), facts, children);
}

let given = 0;
/** An id that is unique on the page. */
export const ownId = (word: string): string => `ovation-${word}-${++given}`;

function dress<E extends Element>(made: E, facts: Facts, children: readonly Child[]): E {
  for (const [name, fact] of Object.entries(facts)) {
    if (fact === undefined || fact === false) continue;
    made.setAttribute(name, fact === true ? "" : String(fact));
  }
  made.append(...children);
  return made;
}
