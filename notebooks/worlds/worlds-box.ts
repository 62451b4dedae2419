import { element, ownId } from "../element.ts";
import { type Told, type WorldsDone, type WorldsJob } from "./job.ts";
import RunWorker from "./run.worker.ts?worker&inline";

/** An element whose value is what is done so far; it sends `input` as worlds end. */
export type WorldsBox = HTMLElement & { readonly value: WorldsDone };

/**
 * Runs the job in a worker of its own from the start, with a progress bar and a button that stops it and
 * then runs it again from the start. The worker ends with the cell: pass the cell's `invalidation`.
 */
export function worldsBox(job: WorldsJob, invalidation: Promise<unknown>): WorldsBox {
  const bar = element("progress", { id: ownId("progress"), max: job.worlds, value: 0 });
  const label = element("label", { for: bar.id });
  const button = element("button", { type: "button" });
  const root = element("section", { class: "worlds", "aria-label": "Many worlds" }, button, bar, label);
  let value: WorldsDone = { done: 0, worlds: job.worlds, columns: {} };
  let worker: Worker | undefined;

  function show(): void {
    bar.value = value.done;
    label.textContent = `${value.done} of ${job.worlds} worlds`;
    const word = worker ? "Stop" : "Run again";
    if (button.textContent !== word) button.textContent = word;
  }
  function stop(): void {
    worker?.terminate();
    worker = undefined;
    show();
  }
  function take({ data }: MessageEvent<Told>): void {
    if (data.kind === "failed") {
      stop();
      label.textContent = data.message;
      return;
    }
    value = data.values;
    if (value.done === job.worlds) stop();
    else show();
    root.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function begin(): void {
    value = { done: 0, worlds: job.worlds, columns: {} };
    worker = new RunWorker();
    worker.addEventListener("message", take);
    worker.postMessage(job);
    show();
  }
  button.addEventListener("click", () => (worker ? stop() : begin()));
  void invalidation.then(stop);
  begin();
  return Object.defineProperty(root, "value", { get: () => value }) as WorldsBox;
}
