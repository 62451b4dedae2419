import { createHash } from "node:crypto";

/** What a page may do wherever it stands: nothing is asked of another host, and no text becomes code. */
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
 * The Content-Security-Policy of a page: without scripts of its own in the page, those of the same site;
 * with them, exactly these and no other, so that one file opens from disk under the same strictness.
 */
export function policy(scripts: readonly string[]): string {
  const hashes = scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  const own =
    hashes.length > 0
      ? [`script-src ${hashes.join(" ")}`, "connect-src 'none'"]
      : ["script-src 'self'", "connect-src 'self'"];
  return [...EVERYWHERE, ...own].join("; ");
}

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;

/** The page with its policy as the first thing in its head. Throws `RangeError` where it has no head. */
export function guardedPage(html: string): string {
  const scripts = [...html.matchAll(SCRIPT)]
    .filter(([, attributes]) => !/\bsrc=/.test(attributes))
    .map(([, , text]) => text);
  const head = /<head>/.exec(html);
  if (!head) throw new RangeError("notebooks: a page must have a <head>; there is none");
  const at = head.index + head[0].length;
  return `${html.slice(0, at)}\n<meta http-equiv="Content-Security-Policy" content="${policy(scripts)}">${html.slice(at)}`;
}
