import { element } from "../element.ts";
import { legend, type Shown } from "./figure.ts";
import { coloursOf, type Scale, scaleOf } from "./palette.ts";

/** The column that colours a figure now, and the key to its colours. */
export interface ColumnPaint {
  readonly shown: Shown;
  readonly scale: Scale;
  /** Empty until `refresh`, for colours are known only in the page. */
  readonly colours: readonly string[];
  /** The key as it stands in the figure. */
  readonly key: HTMLElement;
  choose(name: string): void;
  /** Reads the colours where `root` stands, and shows their key. */
  refresh(root: Element): void;
  /** The colour of each person at a moment, by the colours last read. */
  at(moment: number): (i: number) => string;
}

/** Colours people by one of some columns, the first at first; without columns all have one colour and no key. */
export function columnPaint(columns: Readonly<Record<string, Shown>>, size: number): ColumnPaint {
  const names = Object.keys(columns);
  let shown: Shown = names.length > 0 ? columns[names[0]] : { frames: [new Uint8Array(size).fill(1)] };
  let scale = scaleOf(shown.frames);
  let colours: string[] = [];
  let key: HTMLElement = element("ul");
  function choose(name: string): void {
    shown = columns[name];
    scale = scaleOf(shown.frames);
  }
  function refresh(root: Element): void {
    colours = coloursOf(scale, root);
    const fresh = names.length > 0 ? legend(scale, colours, shown) : element("ul", { class: "legend" });
    key.replaceWith(fresh);
    key = fresh;
  }
  function at(moment: number): (i: number) => string {
    const frame = shown.frames[Math.min(moment, shown.frames.length - 1)];
    return (i) => colours[scale.of(frame[i])];
  }
  return {
    get shown() {
      return shown;
    },
    get scale() {
      return scale;
    },
    get colours() {
      return colours;
    },
    get key() {
      return key;
    },
    choose,
    refresh,
    at,
  };
}
