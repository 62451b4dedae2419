import { element, ownId } from "../element.ts";

export interface PlayerOptions {
  /** Moments there are: 0 to length − 1. At least one. */
  length: number;
  /** What a moment is called: "step", "sweep", "day". */
  unit?: string;
  /** Moments a second at first; one of `SPEEDS`. */
  speed?: number;
}

/**
 * Buttons and a slider through time; `value` is the moment, and `input` is sent when it changes, `pause` when it stands
 * still.
 */
export type Player = HTMLElement & {
  /** The moment; setting it throws `RangeError` unless it is a whole number from 0 to length − 1. */
  value: number;
  readonly length: number;
  readonly playing: boolean;
  play(): void;
  pause(): void;
};

/** Moments a second that can be chosen. */
export const SPEEDS = [1, 2, 5, 10, 20, 30, 60];

/**
 * Play, pause, step either way, scrub and speed, for any number of views at once. Nothing moves before
 * play is pressed; where the reader asks for less motion, the speed starts at a moment a second.
 * Played to the end it stops there, and play starts again from 0. Out of the page it stops by itself.
 */
export function player({ length, unit = "step", speed = 10 }: PlayerOptions): Player {
  if (!Number.isInteger(length) || length < 1)
    throw new RangeError(`player: length must be a whole number of at least 1, got ${length}`);
  if (!SPEEDS.includes(speed)) throw new RangeError(`player: speed must be one of ${SPEEDS.join(", ")}, got ${speed}`);
  const last = length - 1;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let at = 0;
  let clock: number | undefined;

  const rates = element("select", {}, ...SPEEDS.map((rate) => element("option", { value: rate }, `${rate} a second`)));
  rates.value = String(calm ? SPEEDS[0] : speed);
  const toggle = button("Play", () => (clock === undefined ? play() : pause()));
  const back = button("Step back", () => stepBy(-1));
  const forward = button("Step forward", () => stepBy(1));
  const id = ownId("moment");
  const scrub = element("input", { id, type: "range", min: 0, max: last, step: 1, value: 0 });
  const told = element("output", { for: id });
  const root = element(
    "div",
    { class: "player", role: "group", "aria-label": "Playback" },
    toggle,
    back,
    forward,
    element("label", { for: id }, capital(unit)),
    scrub,
    told,
    element("label", {}, "Speed ", rates),
  );

  function show(): void {
    const text = `${unit} ${at} of ${last}`;
    scrub.value = String(at);
    scrub.setAttribute("aria-valuetext", text);
    told.textContent = text;
    told.setAttribute("aria-live", clock === undefined ? "polite" : "off"); // playing, it would never stop talking
    toggle.textContent = clock === undefined ? "Play" : "Pause";
    back.disabled = at === 0;
    forward.disabled = at === last;
  }
  function go(moment: number): void {
    if (moment === at) return;
    at = moment;
    show();
    root.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function stepBy(by: number): void {
    pause();
    go(Math.min(last, Math.max(0, at + by)));
  }
  function play(): void {
    if (clock !== undefined || last === 0) return;
    if (at === last) go(0);
    let [from, since] = [at, performance.now()];
    let rate = Number(rates.value);
    const tick = (now: number): void => {
      if (!root.isConnected) {
        pause();
        return;
      }
      if (rate !== Number(rates.value)) [from, since, rate] = [at, now, Number(rates.value)];
      go(Math.min(last, from + Math.max(0, Math.floor(((now - since) / 1000) * rate))));
      if (at === last) pause();
      else if (clock !== undefined) clock = requestAnimationFrame(tick);
    };
    clock = requestAnimationFrame(tick);
    show();
  }
  function pause(): void {
    if (clock === undefined) return;
    cancelAnimationFrame(clock);
    clock = undefined;
    show();
    root.dispatchEvent(new Event("pause"));
  }
  root.addEventListener("input", (event) => {
    if (event.target === root) return;
    event.stopImmediatePropagation(); // only a change of the moment is told
    if (event.target !== scrub) return;
    pause();
    go(Number(scrub.value));
  });
  show();
  const made: unknown = Object.defineProperties(root, {
    value: {
      get: () => at,
      set(moment: number) {
        if (!Number.isInteger(moment) || moment < 0 || moment > last)
          throw new RangeError(`player: moment must be a whole number from 0 to ${last}, got ${moment}`);
        pause();
        go(moment);
      },
    },
    length: { value: length },
    playing: { get: () => clock !== undefined },
    play: { value: play },
    pause: { value: pause },
  });
  return made as Player;
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", press);
  return made;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
