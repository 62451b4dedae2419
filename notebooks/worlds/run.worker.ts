import "../no-eval.ts";
import { runWorlds, type Told, type WorldsJob } from "./job.ts";

const tell = (told: Told): void => self.postMessage(told);

self.addEventListener("message", ({ data }: MessageEvent<WorldsJob>) => {
  try {
    runWorlds(data, (values) => tell({ kind: "some", values }));
  } catch (error) {
    tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
});
