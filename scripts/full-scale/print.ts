import { Command } from "commander";
import { reachOf } from "../../models/programs/sampling/expected-reach.ts";
import { guarded } from "../cli/errors.ts";
import { answer, say } from "../cli/output.ts";
import { type FullScale, fullScale } from "./full-scale.ts";
import { type Phase } from "./phases.ts";
import { printReach } from "./print-reach.ts";
import { round, table } from "./table.ts";

/** The Vocalpoint claim at full size, and a tenth and a hundredth of it before it, so that the growth is seen. */
const CUSTOMERS = [150_000, 1_500_000, 15_000_000];
const CONTACTS = 25;
const SEED = "1";

async function paired(): Promise<void> {
  const runs: { customers: number; run: FullScale }[] = [];
  for (const customers of CUSTOMERS) {
    say(`${round(customers)} customers …`);
    runs.push({
      customers,
      run: await fullScale({ customers, advocates: customers / CONTACTS, contacts: CONTACTS, weeks: 26, seed: SEED }),
    });
  }
  answer("With and without a sampling program of 26 weeks: time and memory of each phase\n");
  table([
    ["customers", "arcs", "phase", "seconds", "processor s", "GB held", "GB at most so far"],
    ...runs.flatMap(({ customers, run }) => phaseRows(customers, run)),
  ]);
  answer("People whom members could reach and did: counted, and expected where circles overlap by chance alone\n");
  table([
    [
      "customers",
      "members",
      "their contacts",
      "at 1 tie",
      "expected",
      "sd",
      "at 2",
      "expected",
      "told 1",
      "told 2",
      "told 3",
    ],
    ...runs.map(reachRow),
  ]);
}

function phaseRows(customers: number, { arcs, phases }: FullScale): string[][] {
  const sum = (of: (phase: Phase) => number): number => phases.reduce((total, phase) => total + of(phase), 0);
  const last = phases[phases.length - 1];
  const all = {
    ...last,
    name: "all",
    seconds: sum(({ seconds }) => seconds),
    processor: sum(({ processor }) => processor),
  };
  return [...phases, all].map(({ name, seconds, processor, gigabytes, peak }) => [
    round(customers),
    round(arcs),
    name,
    seconds.toFixed(1),
    processor.toFixed(1),
    gigabytes.toFixed(2),
    peak.toFixed(2),
  ]);
}

function reachRow({ customers, run: { outcome } }: { customers: number; run: FullScale }): string[] {
  const expected = reachOf({ customers, members: outcome.advocates, contacts: CONTACTS, others: CONTACTS });
  const { advocates, contacts, reach1, reach2, told1, told2, told3 } = outcome;
  return [
    customers,
    advocates,
    contacts,
    reach1,
    expected.reach1,
    expected.sd1,
    reach2,
    expected.reach2,
    told1,
    told2,
    told3,
  ].map(round);
}

// One command without a name: the record of commands (cli/command.ts) has a name for each, so this stands alone.
const program = new Command("full-scale")
  .description("A sampling program with and without in the same world, at 150 thousand, 1.5 and 15 million customers.")
  .option("--reach", "instead: whom 600,000 members reach, by how many people there are and how much circles overlap")
  .option("--out <file>", "with --reach: also saves its rows (JSON)")
  .showHelpAfterError("(--help shows how)")
  .exitOverride();

process.exitCode = await guarded(async () => {
  const options = program.parse().opts<{ reach?: boolean; out?: string }>();
  if (options.reach) printReach(options);
  else if (options.out !== undefined)
    throw new RangeError("full-scale: --out saves the rows of --reach, which must be given too");
  else await paired();
});
