import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { guarded } from "./cli/errors.ts";
import { answer } from "./cli/output.ts";
import { sweep } from "./engine/sweep.ts";

// Makes the README's picture anew, from the study that `npm start` runs.
const PICTURE = "data/pictures/recommendation.png";

process.exitCode = await guarded(async () => {
  const folder = mkdtempSync(join(tmpdir(), "ovation-picture-"));
  try {
    await sweep("data/experiments/recommendation.yaml", { out: join(folder, "results"), json: true });
    mkdirSync("data/pictures", { recursive: true });
    cpSync(join(folder, "results", "charts", "reach-means.png"), PICTURE);
    answer(`${PICTURE}: made anew`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
