import { fileURLToPath } from "node:url";
import { guarded } from "./cli/errors.ts";
import { answer } from "./cli/output.ts";
import { commandReference } from "./cli/reference.ts";
import { line } from "./commands/line.ts";
import { sweep } from "./commands/sweep/experiment.ts";

// The main job, on what comes with the project: how far does one recommendation travel?
process.chdir(fileURLToPath(new URL("../", import.meta.url)));
process.exitCode = await guarded(async () => {
  answer(
    "How far does one recommendation travel? A sweep of four networks, eight chances of passing on and three numbers of first customers.\n",
  );
  await sweep("data/experiments/recommendation.yaml", { resume: true });
  const { buildPages } = await import("./pages/build.ts");
  const pages = await buildPages("results/notebooks", await commandReference(line));
  answer(`\nLive pages, which open by double click: ${pages[pages.length - 1].file}`);
  answer("\nNext: npm run -s ovation -- --help");
});
