import { refuse, shown, textOf } from "./text.ts";

/** What an XML file holds, in order. Names carry no namespace prefix of the root's own. */
export type XmlEvent =
  | { is: "open"; name: string; attributes: Readonly<Record<string, string | undefined>>; line: number; depth: number }
  | { is: "close"; name: string; line: number; depth: number }
  | { is: "text"; text: string; line: number };

/** Deeper files are not networks; the limit keeps a crafted one from filling memory. */
const DEEPEST = 200;

/**
 * The elements and texts of an XML file. Well-formedness is demanded (one root, tags that match, quoted
 * attributes that do not repeat) and entities of the file's own are refused, so nothing expands. Written here
 * because graphology's readers need a DOM, name no line, and throw at the first edge to an undeclared node.
 */
export function* xmlEvents(text: string, name: string): Generator<XmlEvent> {
  const open: string[] = [];
  let prefix = "";
  let rooted = false;
  let line = 1;
  let counted = 0;
  const lineOf = (at: number): number => {
    for (let k = text.indexOf("\n", counted); k >= 0 && k < at; k = text.indexOf("\n", k + 1)) {
      line++;
      counted = k + 1;
    }
    return line;
  };
  let at = 0;
  while (at < text.length) {
    const less = text.indexOf("<", at);
    const stop = less < 0 ? text.length : less;
    if (stop > at) {
      const piece = text.slice(at, stop);
      if (open.length > 0) yield { is: "text", text: unescaped(piece, name, lineOf(at)), line: lineOf(at) };
      else if (piece.trim() !== "") refuse(name, lineOf(at + piece.search(/\S/)), "XML must have everything inside one element", shown(piece.trim()));
    }
    if (less < 0) break;
    const from = lineOf(less);
    const special = skipped(text, less, name, from);
    if (special) {
      if (special.text !== null && open.length > 0) yield { is: "text", text: special.text, line: from };
      at = special.end;
      continue;
    }
    const tag = tagAt(text, less, name, from);
    at = tag.end;
    if (!rooted) prefix = /^[^:]+:/.exec(tag.name)?.[0] ?? "";
    const short = prefix !== "" && tag.name.startsWith(prefix) ? tag.name.slice(prefix.length) : tag.name;
    if (tag.closing) {
      const expected = open.pop();
      if (expected !== tag.name) refuse(name, from, `a closing tag must match ${expected === undefined ? "an opening one" : `<${expected}>`}`, `</${tag.name}>`);
      yield { is: "close", name: short, line: from, depth: open.length };
      continue;
    }
    if (rooted && open.length === 0) refuse(name, from, "XML must have everything inside one element", `a second one, <${tag.name}>`);
    rooted = true;
    yield { is: "open", name: short, attributes: tag.attributes, line: from, depth: open.length };
    if (tag.empty) yield { is: "close", name: short, line: from, depth: open.length };
    else if (open.push(tag.name) > DEEPEST) refuse(name, from, `elements must nest at most ${DEEPEST} deep`, "deeper ones");
  }
  const last = open.pop();
  if (last !== undefined) refuse(name, lineOf(text.length), `<${last}> must be closed`, "the end of the file");
  if (!rooted) refuse(name, 1, "an XML file must have an element", "none");
}

/** Comments, declarations and CDATA: where they end, and the text if any. Null where a tag starts. */
function skipped(text: string, at: number, name: string, line: number): { end: number; text: string | null } | null {
  if (text.startsWith("<!--", at)) return { end: after(text, "-->", at + 4, "a comment", name, line), text: null };
  if (text.startsWith("<![CDATA[", at)) {
    const end = after(text, "]]>", at + 9, "a CDATA section", name, line);
    return { end, text: text.slice(at + 9, end - 3) };
  }
  if (text.startsWith("<?", at)) return { end: after(text, "?>", at + 2, "an instruction", name, line), text: null };
  if (!text.startsWith("<!", at)) return null;
  const end = after(text, ">", at, "a declaration", name, line);
  const declaration = text.slice(at, end);
  if (declaration.includes("[") || /^<!ENTITY/i.test(declaration)) refuse(name, line, "an XML file must define no entities of its own", shown(declaration));
  return { end, text: null };
}

function after(text: string, mark: string, from: number, what: string, name: string, line: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) refuse(name, line, `${what} must end with ${mark}`, "the end of the file");
  return at + mark.length;
}

interface Tag {
  name: string;
  closing: boolean;
  empty: boolean;
  attributes: Record<string, string>;
  end: number;
}

const NAME = /[^\s/>=<"'&]+/y;
const ATTRIBUTE = /\s+([^\s/>=<"'&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const CLOSE = /\s*(\/?)>/y;

function tagAt(text: string, at: number, name: string, line: number): Tag {
  const closing = text[at + 1] === "/";
  NAME.lastIndex = at + (closing ? 2 : 1);
  const found = NAME.exec(text)?.[0];
  if (found === undefined) refuse(name, line, "< must start a tag", shown(text.slice(at, at + 20)));
  // No prototype: a file may name an attribute anything.
  const attributes = Object.create(null) as Record<string, string>;
  let next = NAME.lastIndex;
  for (;;) {
    ATTRIBUTE.lastIndex = next;
    const match = ATTRIBUTE.exec(text);
    if (!match || closing) break;
    if (match[1] in attributes) refuse(name, line, `<${found}> must have each attribute once`, `${match[1]} twice`);
    // Line ends within a value are blanks, as XML has it.
    attributes[match[1]] = unescaped((match.at(2) ?? match[3]).replace(/\r\n|[\t\n\r]/g, " "), name, line);
    next = ATTRIBUTE.lastIndex;
  }
  CLOSE.lastIndex = next;
  const close = CLOSE.exec(text);
  if (!close) refuse(name, line, `<${found}> must hold attributes such as name="value" and end with >`, shown(text.slice(next, next + 40)));
  return { name: found, closing, empty: close[1] === "/", attributes, end: CLOSE.lastIndex };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string, name: string, line: number): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&\s]{0,12})(;?)/g, (whole, body: string, end: string) => {
    const code = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(body);
    const point = code ? parseInt(code[1] || code[2], code[1] ? 16 : 10) : NaN;
    if (end === ";" && point > 0 && point <= 0x10ffff) return String.fromCodePoint(point);
    if (end !== ";" || !Object.hasOwn(ENTITIES, body)) refuse(name, line, "& must start one of &amp; &lt; &gt; &quot; &apos; or a character's number", shown(whole));
    return ENTITIES[body];
  });
}

/** The text of an XML file, in the encoding it declares. */
export function xmlText(content: string | Uint8Array, name: string): string {
  if (typeof content === "string") return textOf(content, name);
  const head = String.fromCharCode(...content.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["']/.exec(head)?.[1];
  if (declared === undefined || /^utf-?(8|16)$/i.test(declared)) return textOf(content, name);
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(declared, { fatal: true });
  } catch {
    refuse(name, 1, "the declared encoding must be a known one, such as UTF-8", shown(declared));
  }
  try {
    return textOf(decoder.decode(new Uint8Array(content)), name);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    refuse(name, null, `a file declared as ${declared} must hold it throughout`, "bytes that are not");
  }
}

/** Text as it may stand in an element or in double quotes. Throws `RangeError` on characters XML cannot hold. */
export function escaped(text: string, name: string): string {
  // The characters XML 1.0 leaves out.
  const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(text);
  if (unfit) refuse(name, null, "XML holds no control characters and no half characters", shown(text));
  return text.replace(/[&<>"\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
}

