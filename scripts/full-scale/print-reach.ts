import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { answer, say } from "../cli/output.ts";
import { shellWords } from "../cli/shell.ts";
import { version } from "../disk/version.ts";
import { writeWhole } from "../disk/atomic.ts";
import { type Phase, stopwatch } from "./phases.ts";
import {
  COMMUNITIES,
  POPULATIONS,
  type SweptReach,
  sweptReach,
  VOCALPOINT,
} from "../../models/studies/sweep/reach-sweep.ts";
import { round, table } from "./table.ts";

const SEED = "1";

/**
 * Prints how reach depends on the number of people, and on the part of them in which members and their contacts are.
 * Saves the rows in the file `out`.
 */
export function printReach({ out }: { out?: string }): void {
  const phases: Phase[] = [];
  const clock = stopwatch(phases);
  const rows: SweptReach[] = [];
  for (const customers of POPULATIONS) {
    for (const community of COMMUNITIES) {
      say(`${round(customers)} customers, members and their contacts in ${community} of them …`);
      rows.push(sweptReach({ ...VOCALPOINT, customers, community }, SEED));
      clock(`${customers}, ${community}`);
    }
  }
  const head = [
    "customers",
    "community",
    "arcs",
    "at 1 tie",
    "expected",
    "sd",
    "at 2",
    "expected",
    "at 3",
    "expected",
    "seconds",
    "GB at most so far",
  ];
  table([
    head,
    ...rows.map(({ customers, community, arcs, measured1, reach1, sd1, measured2, reach2, measured3, reach3 }, k) => [
      round(customers),
      String(community),
      ...[arcs, measured1, reach1, sd1, measured2, reach2, measured3, reach3].map(round),
      phases[k].seconds.toFixed(1),
      phases[k].peak.toFixed(2),
    ]),
  ]);
  if (out !== undefined) save(out, rows, phases);
}

function save(out: string, rows: readonly SweptReach[], phases: readonly Phase[]): void {
  mkdirSync(dirname(out), { recursive: true });
  const saved = {
    about:
      "People whom 600,000 members with 25 contacts each could reach, counted in one drawn network a row (measured) and expected by formula (reach, sd1), by how many people there are and in which part of them members and their contacts all are",
    command: `npm run -s full-scale -- --reach --out ${shellWords([out])}`,
    version: version(),
    date: new Date().toISOString(),
    seconds: Math.round(phases.reduce((sum, { seconds }) => sum + seconds, 0)),
    gigabytes: Math.round(100 * phases[phases.length - 1].peak) / 100,
    seed: SEED,
    ...VOCALPOINT,
    rows,
  };
  writeWhole(out, `${JSON.stringify(saved, null, 2)}\n`);
  answer(`${out} is written.`);
}
