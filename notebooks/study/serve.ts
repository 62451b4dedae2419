import "../no-eval.ts";
import { finish, type Progress, type Computation } from "./computation.ts";

/** A message to a worker. */
export interface Question {
  settings: unknown;
  given: unknown;
}
/** A message from a worker. */
export type Told = { kind: "some" | "all"; progress: Progress<unknown> } | { kind: "failed"; message: string };

/** Makes this worker compute the study for the page that asks, and report its progress. */
export function serve<S, G>({ work }: { work(settings: S, given: G): Computation<unknown> }): void {
  const tell = (told: Told): void => self.postMessage(told);
  self.addEventListener("message", ({ data: { settings, given } }: MessageEvent<Question>) => {
    void (async () => {
      try {
        let last: Progress<unknown> | undefined;
        await finish(work(settings as S, given as G), (progress) => {
          last = progress;
          if (progress.done < progress.units) tell({ kind: "some", progress });
        });
        tell({ kind: "all", progress: last! });
      } catch (error) {
        tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
      }
    })();
  });
}
