import { Command } from "commander";
import { addBench } from "./commands/bench.ts";
import { addChoose } from "./commands/choose.ts";
import { addCompare } from "./commands/compare.ts";
import { addCredit } from "./commands/credit.ts";
import { addDegrees } from "./commands/degrees.ts";
import { addFit } from "./commands/fit.ts";
import { addModels } from "./commands/models.ts";
import { addNetwork } from "./commands/network.ts";
import { addNotebooks } from "./commands/notebooks.ts";
import { addProve } from "./commands/prove.ts";
import { addRehearse } from "./commands/rehearse.ts";
import { addRerun } from "./commands/rerun.ts";
import { addRun } from "./commands/run.ts";
import { addSweep } from "./commands/sweep.ts";
import { guarded } from "./cli/errors.ts";
import { version } from "./disk/version.ts";

// Each command loads what it needs only when it is called: help must come at once.
const program = new Command("ovation")
  .description("Simulates what passes between customers: how far, how surely, and whether a program pays.")
  .version(version())
  .showHelpAfterError("(--help shows how)")
  .exitOverride();
for (const add of [
  addModels,
  addNetwork,
  addRun,
  addSweep,
  addCompare,
  addRehearse,
  addCredit,
  addRerun,
  addChoose,
  addDegrees,
  addFit,
  addProve,
  addBench,
  addNotebooks,
])
  add(program);

process.exitCode = await guarded(() => program.parseAsync());
