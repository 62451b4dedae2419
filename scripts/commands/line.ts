import { type Line } from "../cli/command.ts";
import { bench } from "./bench.ts";
import { choose } from "./choose.ts";
import { compare } from "./compare.ts";
import { completion } from "./completion.ts";
import { credit } from "./credit.ts";
import { degrees } from "./degrees.ts";
import { fit } from "./fit.ts";
import { describe, models } from "./models.ts";
import { init } from "./init.ts";
import { convert, info, make, rank } from "./network.ts";
import { build, dev, execute, exported, page } from "./notebooks.ts";
import { prove } from "./prove.ts";
import { reference } from "./reference.ts";
import { rehearse } from "./rehearse.ts";
import { rerun } from "./rerun.ts";
import { run } from "./run.ts";
import { sweep } from "./sweep.ts";

/** The command line, in the order of its help. To add a command, add a file to this folder and its name below. */
export const line: Line = {
  about: "Simulates what passes between customers: how far, how surely, and whether a program pays.",
  commands: [
    ...[init, models, describe],
    ...[info, rank, make, convert],
    ...[run, sweep, compare, rehearse, credit, rerun],
    ...[choose, degrees, fit],
    ...[prove, bench],
    ...[completion, reference],
    ...[build, page, execute, exported, dev],
  ],
  groups: {
    network: "reads, makes, converts, describes and ranks networks",
    notebooks: "live pages: a site for a web server, files that open by double click, or a server of your own",
  },
};
