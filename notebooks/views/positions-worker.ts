import { type Network, type Parts } from "../../models/core/index.ts";
import { type Placed, type Positions } from "./positions.ts";
import PositionsWorker from "./positions.worker.ts?worker&inline";

/**
 * The same positions as `positions` gives, made in a worker of its own while the page stays awake.
 * `progress` hears the share done; the signal ends the worker and rejects with its reason.
 */
export function positionsInWorker(
  { directed, out, in: into }: Network,
  { signal, progress }: { signal?: AbortSignal; progress?: (share: number) => void } = {},
): Promise<Positions> {
  const rows = ({ offsets, targets, weights }: Parts["out"]): Parts["out"] => ({ offsets, targets, weights });
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new PositionsWorker();
    const end = (act: () => void): void => {
      worker.terminate();
      signal?.removeEventListener("abort", stop);
      act();
    };
    const stop = (): void => end(() => reject(signal?.reason as Error));
    signal?.addEventListener("abort", stop);
    worker.addEventListener("error", ({ message }) => end(() => reject(new Error(`positions: ${message}`))));
    worker.addEventListener("message", ({ data }: MessageEvent<Placed>) => {
      if (data.kind === "some") progress?.(data.share);
      else if (data.kind === "all") end(() => resolve(data.positions));
      else end(() => reject(new Error(`positions: ${data.message}`)));
    });
    worker.postMessage({ directed, out: rows(out), ...(directed && { in: rows(into) }) });
  });
}
