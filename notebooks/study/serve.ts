import "../no-eval.ts";
import { finish, type Progress, type Computation } from "./computation.ts";

/** What a worker is asked. */
export interface Question {
  settings: unknown;
  given: unknown;
}
/** What a worker tells while it works. */
export type Told = { kind: "some" | "all"; progress: Progress<unknown> } | { kind: "failed"; message: string };

/** Makes this worker do the study's work for whoever asks, telling what there is so far. */
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
