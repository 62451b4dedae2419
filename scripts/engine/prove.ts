import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { check, type Row } from "../../models/studies/proof/target.ts";
import { targets } from "../../models/studies/proof/targets.ts";
import { version } from "../disk/version.ts";
import { writeWhole } from "../disk/atomic.ts";
import { answer, answerJson, say } from "../cli/output.ts";
import { aligned } from "../../models/studies/telling/text.ts";

export interface ProveOptions {
  seed: string;
  only?: string;
  out?: string;
  /** Keeps the rows where the notebooks' proof page is made from. */
  save?: boolean;
  quiet?: boolean;
  json?: boolean;
}

/** `prove`: every target, in order; exit code 1 if one does not hold. */
export async function prove({ seed, only, out, save, quiet, json }: ProveOptions): Promise<void> {
  const wanted = targets.filter(({ target, source }) =>
    `${target} ${source}`.toLowerCase().includes((only ?? "").toLowerCase()),
  );
  if (wanted.length === 0)
    throw new RangeError(
      `prove: --only must meet a target, got ${only ?? ""}; without it all ${targets.length} are run`,
    );
  if (save && only !== undefined)
    throw new RangeError("prove: --save keeps the whole table; it must stand without --only");
  if (out !== undefined) refusePage(out);
  const rows: Row[] = [];
  const began = performance.now();
  for (const target of wanted) {
    rows.push(await check(target, seed));
    if (!quiet && rows.length % 10 === 0)
      say(`${rows.length} of ${wanted.length} targets, ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  const missed = rows.filter(({ pass }) => !pass);
  if (missed.length > 0) process.exitCode = 1;
  if (out !== undefined) {
    const { proofPage } = await import("../../models/studies/proof/proof-page.ts");
    writeWhole(out, proofPage(rows, { seed, version: version() }));
    say(`the proof page: ${out}`);
  }
  if (save) {
    const { saveProof } = await import("../notebooks/proof.ts");
    say(`the rows for the notebooks: ${saveProof({ seed, version: version(), rows })}`);
  }
  if (json) {
    answerJson(
      rows.map(({ section, target, formula, symbols, source, kind, expected, got, tolerance, pass }) => ({
        section,
        target,
        formula,
        symbols,
        source,
        kind,
        expected,
        got,
        tolerance,
        pass,
      })),
    );
    return;
  }
  const line = ({ pass, target, kind, expected, got, tolerance }: Row): string[] => [
    pass ? "holds" : "FAILS",
    target,
    kind,
    digits(expected),
    digits(got),
    tolerance,
  ];
  answer(aligned([["", "target", "kind", "expected", "got", "tolerance"], ...rows.map(line)], [3, 4]));
  answer(`\n${rows.length - missed.length} of ${rows.length} targets hold, seed ${seed}. Sources: --json.`);
}

/** A page that cannot be written is told before minutes are spent on the table. */
function refusePage(path: string): void {
  if (path === "" || (existsSync(path) && !statSync(path).isFile()))
    throw new RangeError(`prove: --out must name a file, got ${path || "nothing"}`);
  if (!existsSync(dirname(path))) throw new RangeError(`prove: the folder of --out must be there, got ${path}`);
}

const digits = (value: number): string => String(Number(value.toPrecision(8)));
