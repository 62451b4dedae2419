import { type Parameters, type Values } from "../../models/core/index.ts";
import { element, ownId } from "../element.ts";
import { type Told } from "./serve.ts";
import { type PageStudy } from "./study.ts";
import { type Progress } from "./computation.ts";

/** The results so far; `complete` once all units are done. */
export interface Found<R> extends Progress<R> {
  complete: boolean;
}
/**
 * An element whose value is the results so far. It sends `input` when there are more. `data-state` is running, done,
 * stopped or failed.
 */
export type WorkBox<R> = HTMLElement & { readonly value: Found<R> };

export interface WorkOptions<G> {
  /** The study's own worker, `import Run from "./<name>/study.ts?worker&inline"`. */
  worker: new () => Worker;
  /** The invalidation of the cell, with which the worker ends. */
  invalidation: Promise<unknown>;
  /** The name of the units. */
  unit?: string;
  /** What the reader put in, in the form the study takes. */
  given?: G;
}

/** With fewer units done, most pages show nothing yet. */
const TELLING = 2;
/** The studies, and the parts of studies that are computed separately, that have results on the page. */
const standing = new WeakMap<object, Set<unknown>>();

/**
 * Computes a study in a worker of its own, with a progress bar and a button that stops it or starts it again. An error
 * in the settings is shown in place of the progress. Until there are new results the earlier ones stay on the page, so
 * that it does not jump; meanwhile the element has the class `earlier`, and it says so if nothing is running.
 */
export function workBox<P extends Parameters, R, G, C extends string, T extends string>(
  study: PageStudy<P, R, G, C, T>,
  settings: Values<P>,
  { worker: StudyWorker, invalidation, unit = "worlds", given }: WorkOptions<G>,
): WorkBox<R> {
  const bar = element("progress", { id: ownId("progress"), value: 0 });
  const label = element("label", { for: bar.id, "aria-live": "off" });
  const button = element("button", { type: "button" });
  const root = element("section", { class: "worlds", "aria-label": "What is being computed" }, button, bar, label);
  const part = typeof given === "string" ? given : "all";
  let value: Found<R>;
  let worker: Worker | undefined;

  function show(state: "running" | "done" | "stopped" | "failed", message?: string): void {
    const shows = value.done >= Math.min(TELLING, value.units);
    if (shows) standing.set(study, (standing.get(study) ?? new Set()).add(part));
    const earlier = !shows && standing.get(study)?.has(part) === true;
    root.dataset.state = state;
    root.classList.toggle("earlier", earlier);
    bar.max = value.units || 1;
    bar.value = value.done;
    const told = message ?? `${value.done.toLocaleString("en-US")} of ${value.units.toLocaleString("en-US")} ${unit}`;
    label.textContent =
      earlier && state !== "running" ? `${told}\nThe results below are of the earlier settings.` : told;
    label.classList.toggle("fault", state === "failed");
    const word = state === "running" ? "Stop" : "Run again";
    if (button.textContent !== word) button.textContent = word;
  }
  function end(state: "done" | "stopped" | "failed", message?: string): void {
    worker?.terminate();
    worker = undefined;
    show(state, message);
  }
  function take({ data }: MessageEvent<Told>): void {
    if (data.kind === "failed") {
      end("failed", data.message);
      return;
    }
    value = { ...(data.progress as Progress<R>), complete: data.kind === "all" };
    if (value.complete) end("done");
    else show("running");
    root.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function begin(): void {
    const { units, results } = study.work(settings, given as G);
    value = { done: 0, units, results: results(), complete: false };
    worker = new StudyWorker();
    worker.addEventListener("message", take);
    worker.addEventListener("error", ({ message }) => end("failed", message));
    worker.postMessage({ settings, given });
    show("running");
  }
  button.addEventListener("click", () => {
    if (worker) end("stopped");
    else begin();
  });
  void invalidation.then(() => worker?.terminate());
  begin();
  return Object.defineProperty(root, "value", { get: () => value }) as WorkBox<R>;
}
