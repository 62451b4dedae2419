const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/y;

/** What may come next in a JSON text. */
type Next = "value" | "value or ]" | "key" | "key or }" | ":" | ", or end";

/**
 * The position at which a text stops being JSON, its end where it only breaks off. One pass; for texts
 * `JSON.parse` refused, since engines differ in whether they say where.
 */
export function jsonFault(text: string): number {
  const open: string[] = [];
  let next: Next = "value";
  let at = 0;
  while (next !== ", or end" || open.length > 0) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) break;
    const [, sign, string] = match as unknown as (string | undefined)[];
    const follows = after(next, sign, string !== undefined, open);
    if (!follows) break;
    next = follows;
    at = TOKEN.lastIndex;
  }
  while (at < text.length && " \t\n\r".includes(text[at])) at++;
  return at;
}

/** What follows a token, or null where it may not stand; opens and closes brackets on the way. */
function after(next: Next, sign: string | undefined, isString: boolean, open: string[]): Next | null {
  const wantsValue = next === "value" || next === "value or ]";
  if (sign === undefined)
    return wantsValue ? ", or end" : isString && (next === "key" || next === "key or }") ? ":" : null;
  if (sign === ":") return next === ":" ? "value" : null;
  if (sign === ",") return next !== ", or end" ? null : open[open.length - 1] === "[" ? "value" : "key";
  if (sign === "[" || sign === "{") {
    if (!wantsValue) return null;
    open.push(sign);
    return sign === "[" ? "value or ]" : "key or }";
  }
  const [mine, empty] = sign === "]" ? ["[", "value or ]"] : ["{", "key or }"];
  if (open[open.length - 1] !== mine || (next !== ", or end" && next !== empty)) return null;
  open.pop();
  return ", or end";
}
