import { type Html, html, NONE } from "./html.ts";

export interface TableParts {
  /** Above the table. */
  caption?: string;
  /** The cells of its head. */
  head: Html | readonly Html[];
  rows: Html | readonly Html[];
  /** A class of the style sheet. */
  look?: string;
}

/** A table that scrolls in its own box, by keyboard too; `label` describes it to screen readers. */
export const tableOf = (label: string, { caption, head, rows, look }: TableParts): Html =>
  html`<div class="box" role="region" aria-label="${label}" tabindex="0">
    <table${look === undefined ? NONE : html` class="${look}"`}>
      ${
        caption === undefined
          ? NONE
          : html`<caption>
              <span>${caption}</span>
            </caption>`
      }
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
