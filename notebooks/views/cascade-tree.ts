import { element } from "../element.ts";
import { cascadeForest, type Forest, type Trace } from "./cascade-forest.ts";
import { type AsText, asText, atEachWidth } from "./figure.ts";
import { forestDrawing } from "./forest-drawing.ts";
import { player as makePlayer, type Player } from "./player.ts";

export interface CascadeTreeOptions extends Trace {
  /** Names of nodes, such as a network's `keys`. */
  keys: { key(i: number): string };
  /** What the picture shows and what to look for. */
  caption: string;
  player?: Player;
  /** So many people are drawn; those with the fewest after them are folded into counts. */
  most?: number;
  unit?: string;
}

/** A figure of who reached whom; its player has the moment. */
export type CascadeTree = HTMLElement & {
  readonly player: Player;
  readonly svg: SVGSVGElement;
  readonly forest: Forest;
};

const MOST = 300;

/**
 * Who reached whom, as trees with time from left to right: squares began a tree, discs came through the
 * one they hang on, "+ 37" stands for 37 people folded away. People appear at their moment. `when` and
 * `through` are the columns that a model's `trace` names. Throws `RangeError` where they, or the
 * player's moments, do not fit.
 */
export function cascadeTree({
  when,
  through,
  keys,
  caption,
  player: shared,
  most = MOST,
  unit = "step",
}: CascadeTreeOptions): CascadeTree {
  if (!Number.isInteger(most) || most < 1)
    throw new RangeError(`cascade: most must be a whole number of at least 1, got ${most}`);
  const forest = cascadeForest({ when, through }, most);
  const player = shared ?? makePlayer({ length: momentsOf(forest.last), unit });
  checkMoments("cascade", forest.last, player);
  const drawing = forestDrawing(forest, keys, unit);
  const now = element("p", { class: "now" });
  const counts = countsOf(when, player.length);

  const text = forestText(forest, keys, unit);
  const root = element(
    "figure",
    { class: "view cascade" },
    element(
      "div",
      { class: "stage", role: "region", tabindex: 0, "aria-label": "Picture of the cascade" },
      drawing.svg,
    ),
    now,
  );
  if (!shared) {
    root.append(player);
    player.value = player.length - 1; // a tree is read whole; played, it grows from the start
  }
  root.append(element("figcaption", {}, caption), text);

  function draw(): void {
    const moment = player.value;
    drawing.show(moment);
    const { fresh, total } = counts[moment];
    const words = `${unit} ${moment}: ${fresh} newly reached, ${total} of ${forest.reached} so far`;
    now.textContent = `${[words, ...notesOf(forest)].join(". ")}.`;
    if (!player.playing) drawing.svg.setAttribute("aria-label", `Who reached whom. ${now.textContent}`);
  }
  player.addEventListener("input", draw);
  player.addEventListener("pause", draw);
  atEachWidth(root, (width) => {
    drawing.fit(width);
    draw();
  });
  draw();
  return Object.defineProperties(root, {
    player: { value: player },
    svg: { value: drawing.svg },
    forest: { value: forest },
  }) as CascadeTree;
}

/** How many people are not drawn but folded into counts. */
const foldedIn = ({ folds }: Forest): number => folds.reduce((sum, { count }) => sum + count, 0);

/** What the picture does not show: people folded away, and people whose origin is unknown. */
function notesOf(forest: Forest): string[] {
  const { drawn, folds, loose } = forest;
  const folded = foldedIn(forest);
  const notes: string[] = [];
  if (folded > 0)
    notes.push(
      `${drawn.length} people are drawn, ${folded} are folded into ${folds.length} ${folds.length === 1 ? "count" : "counts"}`,
    );
  if (loose > 0)
    notes.push(`${loose} came through someone who is not reached or came again later; they begin trees of their own`);
  return notes;
}

/** The people drawn as a table. */
function forestText(forest: Forest, keys: { key(i: number): string }, unit: string): AsText {
  const folded = foldedIn(forest);
  return asText(() => ({
    caption: `Everybody drawn${folded > 0 ? `; ${folded} more are folded away` : ""}`,
    head: ["who", unit, "through", "reached after, through this one"],
    rows: forest.drawn.map(({ node, when, parent, after }) => [
      keys.key(node),
      String(when),
      parent < 0 ? "nobody" : keys.key(forest.drawn[parent].node),
      String(after),
    ]),
  }));
}

/** How many moments show everybody: up to the last, and at least one. */
export const momentsOf = (last: number): number => Math.max(0, Math.ceil(last)) + 1;

/** Throws `RangeError` where the player ends before the last is reached. */
export function checkMoments(who: string, last: number, { length }: Player): void {
  if (last > length - 1)
    throw new RangeError(`${who}: when must be at most ${length - 1}, the player's last moment, got ${last}`);
}

/** For each moment, how many are newly reached, and how many so far. What lies between moments counts at the next. */
export function countsOf(when: ArrayLike<number>, length: number): { fresh: number; total: number }[] {
  const fresh = new Array<number>(length).fill(0);
  for (let i = 0; i < when.length; i++) if (when[i] >= 0) fresh[Math.ceil(when[i])]++;
  let total = 0;
  return fresh.map((own) => ({ fresh: own, total: (total += own) }));
}
