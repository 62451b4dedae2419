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
  let at = 0;
  const controls = controlsOf(last, unit, speed);
  const { root, scrub } = controls;
  const show = (): void => controls.show(at, clock.running());
  const clock = clockOf({
    rate: () => Number(controls.rates.value),
    goOn(from, moments) {
      if (root.isConnected) go(Math.min(last, from + moments));
      return root.isConnected && at < last;
    },
    changed: show,
    stopped: () => root.dispatchEvent(new Event("pause")),
  });
  controls.toggle.addEventListener("click", () => (clock.running() ? clock.stop() : play()));
  controls.back.addEventListener("click", () => stepBy(-1));
  controls.forward.addEventListener("click", () => stepBy(1));

  function go(moment: number): void {
    if (moment === at) return;
    at = moment;
    show();
    root.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function setTo(moment: number): void {
    if (!Number.isInteger(moment) || moment < 0 || moment > last)
      throw new RangeError(`player: moment must be a whole number from 0 to ${last}, got ${moment}`);
    clock.stop();
    go(moment);
  }
  function stepBy(by: number): void {
    clock.stop();
    go(Math.min(last, Math.max(0, at + by)));
  }
  function play(): void {
    if (clock.running() || last === 0) return;
    if (at === last) go(0);
    clock.start(at);
  }
  root.addEventListener("input", (event) => {
    if (event.target === root) return;
    event.stopImmediatePropagation(); // only a change of the moment is told
    if (event.target !== scrub) return;
    clock.stop();
    go(Number(scrub.value));
  });
  show();
  const made: unknown = Object.defineProperties(root, {
    value: { get: () => at, set: setTo },
    length: { value: length },
    playing: { get: () => clock.running() },
    play: { value: play },
    pause: { value: clock.stop },
  });
  return made as Player;
}

/** The buttons, the slider, the moment as text and the choice of speed. */
function controlsOf(last: number, unit: string, speed: number) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const rates = element("select", {}, ...SPEEDS.map((rate) => element("option", { value: rate }, `${rate} a second`)));
  rates.value = String(calm ? SPEEDS[0] : speed);
  const [toggle, back, forward] = ["Play", "Step back", "Step forward"].map((text) =>
    element("button", { type: "button" }, text),
  );
  const id = ownId("moment");
  const scrub = element("input", { id, type: "range", min: 0, max: last, step: 1, value: 0 });
  const moment = element("output", { for: id });
  const root = element(
    "div",
    { class: "player", role: "group", "aria-label": "Playback" },
    toggle,
    back,
    forward,
    element("label", { for: id }, capital(unit)),
    scrub,
    moment,
    element("label", {}, "Speed ", rates),
  );
  function show(at: number, playing: boolean): void {
    const text = `${unit} ${at} of ${last}`;
    scrub.value = String(at);
    scrub.setAttribute("aria-valuetext", text);
    moment.textContent = text;
    moment.setAttribute("aria-live", playing ? "off" : "polite"); // playing, it would never stop talking
    toggle.textContent = playing ? "Pause" : "Play";
    back.disabled = at === 0;
    forward.disabled = at === last;
  }
  return { root, toggle, back, forward, scrub, rates, show };
}

interface Clock {
  running(): boolean;
  /** Starts at a moment, unless the clock runs. */
  start(moment: number): void;
  stop(): void;
}

/**
 * Counts moments at a rate that may change. `goOn` hears how many moments have passed since which, and says whether
 * the clock runs on; `changed` hears that it has started or stopped, then `stopped` that it has stopped.
 */
function clockOf({
  rate,
  goOn,
  changed,
  stopped,
}: {
  rate: () => number;
  goOn: (from: number, moments: number) => boolean;
  changed: () => void;
  stopped: () => void;
}): Clock {
  let frame: number | undefined;
  function start(moment: number): void {
    let [from, since, speed, now] = [moment, performance.now(), rate(), moment];
    const tick = (time: number): void => {
      if (speed !== rate()) [from, since, speed] = [now, time, rate()];
      const passed = Math.max(0, Math.floor(((time - since) / 1000) * speed));
      now = from + passed;
      const goes = goOn(from, passed);
      if (!goes) stop();
      else if (frame !== undefined) frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    changed();
  }
  function stop(): void {
    if (frame === undefined) return;
    cancelAnimationFrame(frame);
    frame = undefined;
    changed();
    stopped();
  }
  return { running: () => frame !== undefined, start, stop };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
