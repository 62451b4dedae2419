import { SaxesParser } from "saxes";
import { lineAt, refuse, shown, textOf } from "./text.ts";

/** An element that begins; `depth` elements stand open around it. */
export interface XmlOpening {
  is: "open";
  name: string;
  attributes: Readonly<Record<string, string | undefined>>;
  line: number;
  depth: number;
}

/** What an XML file holds, in order. Names carry no namespace prefix of the root's own. */
export type XmlEvent =
  XmlOpening | { is: "close"; name: string; line: number; depth: number } | { is: "text"; text: string };

/** An attribute that an element must have. Throws `RangeError` with file and line where it has not. */
export const needed = ({ name: tag, attributes, line }: XmlOpening, attribute: string, file: string): string =>
  attributes[attribute] ?? refuse(file, line, `<${tag}> must have ${attribute}="…"`, "none");

/** Deeper files are not networks; the limit keeps a crafted one from filling memory. */
const DEEPEST = 200;
/** Characters parsed at once, so that the events of a large file never stand in memory together. */
const PIECE = 1 << 16;

/**
 * The elements and texts of an XML file, by saxes, which demands all of well-formedness and reads nothing but
 * the text it is given; entities of the file's own are refused, so nothing expands. An element's line is that of
 * its opening `<`. Blank lines before the XML declaration are passed over. Throws `RangeError` with file and line.
 */
export function* xmlEvents(text: string, name: string): Generator<XmlEvent> {
  const begin = Math.max(0, text.search(/\S/));
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  parser.line = lineAt(text, begin);
  const open: number[] = [];
  let line = parser.line;
  let prefix = "";
  let events: XmlEvent[] = [];
  const short = (full: string): string => (prefix !== "" && full.startsWith(prefix) ? full.slice(prefix.length) : full);
  parser.on("error", ({ message }) => refuseIllFormed(text, begin + parser.position, message, name));
  parser.on("doctype", (declaration) => {
    if (declaration.includes("["))
      refuse(name, parser.line, "an XML file must define no entities of its own", shown(declaration.trim()));
  });
  parser.on("opentagstart", () => {
    // The character after the name has been read by now, and may end the line.
    line = parser.line - (/[\r\n]/.test(text[begin + parser.position - 1]) ? 1 : 0);
  });
  parser.on("opentag", ({ name: full, attributes }) => {
    if (open.length === 0) prefix = /^[^:]+:/.exec(full)?.[0] ?? "";
    events.push({ is: "open", name: short(full), attributes, line, depth: open.length });
    if (open.push(line) > DEEPEST) refuse(name, line, `elements must nest at most ${DEEPEST} deep`, "deeper ones");
  });
  parser.on("closetag", ({ name: full, isSelfClosing }) => {
    const opened = open.pop();
    events.push({
      is: "close",
      name: short(full),
      line: isSelfClosing ? (opened ?? line) : parser.line,
      depth: open.length,
    });
  });
  const told = (content: string): void => {
    if (open.length > 0) events.push({ is: "text", text: content });
  };
  parser.on("text", told);
  parser.on("cdata", told);
  for (let at = begin; at <= text.length; at += PIECE) {
    try {
      parser.write(text.slice(at, at + PIECE));
      if (at + PIECE > text.length) parser.close();
    } catch (error) {
      // What stands before the fault may be refused first.
      yield* events;
      throw error;
    }
    yield* events;
    events = [];
  }
}

/**
 * Comments, CDATA and instructions, which may hold any & and run to the end where they break off; else an & that starts
 * nothing known.
 */
const BARE =
  /<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<\?[^]*?(?:\?>|$)|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)[^;&\s]{0,12};?/g;

/**
 * Names the line on which what cannot be read begins. saxes reads on from a bare & to the next semicolon before it
 * speaks, and to the end of a text, comment or file, maybe many lines below, so its own line is not taken.
 */
function refuseIllFormed(text: string, position: number, message: string, name: string): never {
  const read = text.slice(0, position);
  for (const { 0: found, index } of read.matchAll(BARE)) {
    if (found.startsWith("&"))
      refuse(
        name,
        lineAt(text, index),
        "& must start one of &amp; &lt; &gt; &quot; &apos; or a character's number",
        shown(found),
      );
    const broken = position === text.length && !/[-\]?]>$/.test(found);
    if (broken)
      refuse(
        name,
        lineAt(text, index),
        "a comment, CDATA section or instruction must end",
        `${shown(found)} to the end of the file`,
      );
  }
  const begun = Math.max(read.lastIndexOf("<", position - 2), read.lastIndexOf(">", position - 2) + 1);
  const from = begun + read.slice(begun).search(/\S|$/);
  const place = from < text.length ? shown(read.slice(Math.max(from, position - 60))) : "the end of the file";
  refuse(name, lineAt(text, from), "XML must be well-formed", `${message.replace(/\.$/, "")} at ${place}`);
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
  const unfit =
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(
      text,
    );
  if (unfit) refuse(name, null, "XML holds no control characters and no half characters", shown(text));
  return text.replace(/[&<>"\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
}
