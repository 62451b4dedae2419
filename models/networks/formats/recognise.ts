import { encodingOf } from "./text.ts";

/** Formats that can be told by how they begin. */
export type Recognised = "graphml" | "gexf" | "gml" | "net" | "json" | "dl" | "vna" | "gdf" | "dot" | "mtx";

const HEAD = 8192;

/**
 * The format whose mark a file begins with, whatever its ending; null where it bears none, as tables do. Only the first
 * 8 kB are looked at.
 */
export function recognised(content: string | Uint8Array): Recognised | null {
  const head = headOf(content);
  for (const [format, mark] of MARKS) if (mark.test(head)) return format;
  return null;
}

/** Lines of comments, in the signs that the formats have, and blank lines. */
const SKIP = String.raw`^(?:[ \t]*(?:[#%][^\n]*|//[^\n]*)?\r?\n)*\s*`;

const MARKS: readonly (readonly [Recognised, RegExp])[] = [
  ["mtx", /^\s*%%?MatrixMarket\s/i],
  ["dl", /^\s*dl[\s,]+(?:n|nr|nc|nm|format|labels?)\b/i],
  ["vna", /^\s*\*\s*(?:node|tie)\s+(?:data|properties)\b/i],
  ["gdf", /^\s*nodedef>/i],
  ["net", new RegExp(`${SKIP}\\*(?:vertices|network|arcs|edges)\\b`, "i")],
  ["graphml", /^\s*<[^]*?<(?:\w+:)?graphml[\s>]|^\s*<(?:\w+:)?graphml[\s>]/],
  ["gexf", /^\s*<[^]*?<(?:\w+:)?gexf[\s>]|^\s*<(?:\w+:)?gexf[\s>]/],
  ["json", /^\s*(?:\{\s*(?:"[^"\n]*"\s*:|\})|\[\s*(?:[[{]|"[^"\n]*"\s*[,\]]))/],
  [
    "dot",
    /^(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/|#[^\n]*\n)*(?:strict\s+)?(?:di)?graph\b(?:\s+(?:"[^"\n]*"|[^\s{["]+))?\s*\{/i,
  ],
  ["gml", /^(?:\s*(?:#[^\n]*\n|(?:creator|comment|version)\s+(?:"[^"]*"|\S+)))*\s*graph\s*\[/i],
];

function headOf(content: string | Uint8Array): string {
  if (typeof content === "string") return content.slice(0, HEAD).replace(/^\ufeff/, "");
  const bytes = new Uint8Array(content.subarray(0, HEAD));
  const marked = encodingOf(bytes);
  // Marks are ASCII, so any encoding of one byte shows them.
  return new TextDecoder(marked === "utf-8" ? "windows-1252" : marked).decode(bytes).replace(/^ï»¿|^\ufeff/, "");
}
