import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { guarded } from "./cli/errors.ts";
import { answer } from "./cli/output.ts";
import { sweep } from "./commands/sweep/experiment.ts";
import { buildPage } from "./pages/build.ts";
import { photographs, type View } from "./pages/photograph.ts";

// Renews the README's pictures: a chart of the study that `npm start` runs, and three notebooks as a reader sees
// them.
const PICTURES = "data/pictures";

const VIEWS: readonly View[] = [
  { notebook: "how-far-influence-travels", settings: "", at: ".view.rings", picture: "how-far.png" },
  {
    notebook: "standing-ovation",
    settings: "world=3",
    at: ".view.theatre",
    picture: "ovation.png",
    press: "Step forward",
    times: 4,
  },
  { notebook: "test-a-program", settings: "", at: ".decision-card", picture: "program.png" },
];

process.exitCode = await guarded(async () => {
  const folder = mkdtempSync(join(tmpdir(), "ovation-pictures-"));
  try {
    mkdirSync(PICTURES, { recursive: true });
    await sweep("data/experiments/recommendation.yaml", { out: join(folder, "results"), json: true });
    cpSync(join(folder, "results", "charts", "reach-means.png"), join(PICTURES, "recommendation.png"));
    for (const { notebook } of VIEWS) await buildPage(notebook, folder);
    await photographs(VIEWS, folder, PICTURES);
    answer(`${PICTURES}: renewed`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
