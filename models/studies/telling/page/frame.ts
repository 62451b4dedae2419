import { type Html, html, NONE, trusted } from "./html.ts";
import { STYLE } from "./style.ts";

/** The page may fetch and run nothing: it is markup, one style sheet and drawings. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

export interface Frame {
  title: string;
  /** What this kind of page adds to the common style sheet. */
  style?: string;
  /** Other contents of its head. */
  head?: Html;
  body: Html;
}

/** A page that opens from disk and loads nothing from the network. */
export function pageOf({ title, style = "", head = NONE, body }: Frame): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${head}
        <style>
          ${trusted(STYLE + style)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html> `.html;
}

/** A list of names and values, in the named style. */
export const pairList = (look: "facts" | "pairs", facts: readonly (readonly [string, string])[]): Html =>
  html`<dl class="${look}">
    ${facts.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;

/** A report: its head, its sections, and the version that made it; `skip` is the section a keyboard can jump to. */
export const reportOf = (
  { title, style, skip, version }: { title: string; style?: string; skip: string; version: string },
  header: Html,
  main: Html,
): string =>
  pageOf({
    title,
    style,
    body: html`<a class="skip" href="#${skip}">To the ${skip}</a>
      <div class="page">
        ${header}
        <main>${main}</main>
        <footer>Ovation ${version}. Numbers are shown to the digits that their intervals support.</footer>
      </div>`,
  });

/** How to make the page again, what it depends on, and how to cite it. */
export const repeatSection = (
  command: string,
  facts: readonly (readonly [string, string])[],
  note: string,
  cite: Html,
): Html =>
  html`<section aria-labelledby="repeat">
      <h2 id="repeat">How to repeat this</h2>
      <p>Run this in the project folder, with the same version:</p>
      <div class="box" role="region" aria-label="Command" tabindex="0"><code class="code">${command}</code></div>
      <div class="gap"></div>
      ${pairList("pairs", facts)}
      <p>The same seed gives the same numbers on any machine and with any number of threads. ${note}</p>
    </section>
    <section aria-labelledby="cite">
      <h2 id="cite">How to cite</h2>
      ${cite}
    </section>`;
