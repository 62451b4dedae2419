import { createHash } from "node:crypto";

/** What a page may do anywhere: it requests nothing from another host, and no text becomes code. */
const EVERYWHERE = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'", // charts carry their own style elements
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
];

/**
 * The Content-Security-Policy of a page: with scripts of its own in the page, exactly these, so that one file opens
 * from disk under the same strictness; those of the same site where it has files of scripts, or none at all.
 */
export function policy(scripts: readonly string[], files = scripts.length === 0): string {
  const hashes = scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  const own = files
    ? [["script-src 'self'", ...hashes].join(" "), "connect-src 'self'"]
    : [`script-src ${hashes.join(" ")}`, "connect-src 'none'"];
  return [...EVERYWHERE, ...own].join("; ");
}

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;

/** The page with its policy as the first thing in its head. Throws `RangeError` where it has no head. */
export function guardedPage(html: string): string {
  const all = [...html.matchAll(SCRIPT)];
  const scripts = all.filter(([, attributes]) => !/\bsrc=/.test(attributes)).map(([, , text]) => text);
  const head = /<head>/.exec(html);
  if (!head) throw new RangeError("notebooks: a page must have a <head>; there is none");
  const at = head.index + head[0].length;
  return `${html.slice(0, at)}\n<meta http-equiv="Content-Security-Policy" content="${policy(scripts, scripts.length < all.length || all.length === 0)}">${html.slice(at)}`;
}
