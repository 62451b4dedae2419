import { clean } from "../text.ts";

/** Markup made by this project, as opposed to text from the input. */
export interface Html {
  readonly html: string;
}
type Part = Html | string | number | readonly Html[];

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escaped = (text: string): string => clean(text).replace(/[&<>"']/g, (letter) => ENTITIES[letter]);

/** Makes markup of a template: whatever is in `${}` is escaped unless it is markup itself. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
  const inner = (part: Part): string => {
    if (typeof part === "string") return escaped(part);
    if (typeof part === "number") return String(part);
    return "html" in part ? part.html : part.map((one) => one.html).join("");
  };
  return { html: texts.reduce((all, text, i) => all + inner(parts[i - 1]) + text) };
}

/** Markup known to be safe: our own styles, drawings by the chart libraries. */
export const trusted = (markup: string): Html => ({ html: markup });

export const NONE: Html = { html: "" };
