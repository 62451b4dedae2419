import "../no-eval.ts";
import { network, type Parts } from "../../models/core/index.ts";
import { type Placed, positionsInTurns } from "./positions.ts";

const tell = (placed: Placed): void => self.postMessage(placed);

self.addEventListener("message", ({ data }: MessageEvent<Parts>) => {
  void positionsInTurns(network(data), { progress: (share) => tell({ kind: "some", share }) }).then(
    (positions) => tell({ kind: "all", positions }),
    (error: unknown) => tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
});
