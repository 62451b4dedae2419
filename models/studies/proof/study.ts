import { significant } from "../telling/numbers.ts";
import { aligned } from "../telling/text.ts";
import { columnsOf } from "../work/columns.ts";
import { type Printed, printedJob, printedStudy } from "../work/printed.ts";
import { type Sources } from "../work/sources.ts";
import { type Leaf, type Study } from "../work/study.ts";
import { table } from "../work/table.ts";
import { judgedIn, JUDGED, task } from "./task.ts";
import { rowOf, type ProofRow, seedsOf } from "./target.ts";
import { targets } from "./targets.ts";

/** What `prove` is asked. */
export interface ProofRequest {
  seed: string;
  /** Targets whose name or source contains the text; default: all. */
  only?: string;
}
/** The rows with their runs, of which a page is made, and what is printed of them. */
export type Proven = Printed<Omit<ProofRow, "runs">[]> & { rows: ProofRow[] };

/**
 * The proof table: every target is a point, and each of its seeds a world. Throws `RangeError` where no target is
 * meant.
 */
export function proofStudy(request: ProofRequest, command: string, { version, codeOf }: Sources): Study<Proven> {
  const { seed, only = "" } = request;
  const wanted = targets.filter(({ target, source }) =>
    `${target} ${source}`.toLowerCase().includes(only.toLowerCase()),
  );
  if (wanted.length === 0)
    throw new RangeError(`prove: --only must meet a target, got ${only}; without it all ${targets.length} are run`);
  const worlds = wanted.map((target) => seedsOf(target, seed).length);
  const prints = { "the code of the targets": codeOf("studies/proof/targets.ts") };
  const setup = { seed, wanted: wanted.map(({ target }) => target) };
  const study = printedStudy(printedJob("prove", { ovation: version, command, request, prints }), {
    work: { name: "prove", module: "models/studies/proof/task.ts", setup, task },
    units: { name: "runs", before: (run) => run },
    table: () => table(wanted.length, JUDGED),
    plan: () => worlds,
    answer({ row }): Proven {
      const rows = wanted.map((target, point) =>
        rowOf(
          target,
          seedsOf(target, seed).map((_, world) => judgedIn(row(point, world))),
        ),
      );
      return { rows, json: rows.map(printed), text: textOf(rows, seed) };
    },
    rows: (filled) =>
      columnsOf(
        {
          target: "text",
          source: "text",
          kind: "text",
          expected: "number",
          seed: "text",
          value: "number",
          pass: "flag",
          allowed: "number",
          error: "text",
        },
        wanted.flatMap((target, point) =>
          seedsOf(target, seed).map((own, world) => {
            const { value, pass, allowed } = judgedIn(filled.row(point, world));
            const { source, kind, expected } = target;
            const error = filled.failures(point).find((failure) => failure.world === world)?.error;
            return { target: target.target, source, kind, expected, seed: own, value, pass, allowed, error };
          }),
        ),
      ),
  });
  return withRuns(study as Study<Proven>);
}

/** The rows with their runs stand in the folder too. */
function withRuns(study: Study<Proven>): Study<Proven> {
  return {
    ...study,
    async *files(answer, filled, worlds): AsyncGenerator<Leaf> {
      yield* study.files(answer, filled, worlds);
      yield { path: "runs.json", text: `${JSON.stringify(answer.rows, null, 1)}\n` };
    },
    kept: {
      ...study.kept,
      read: (text) => ({ ...study.kept.read(text)!, rows: JSON.parse(text("runs.json")) as ProofRow[] }),
    },
    as: (saved) => withRuns(study.as(saved)),
  };
}

const printed = ({ section, target, formula, symbols, source, kind, expected, got, tolerance, pass }: ProofRow) => ({
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
});

function textOf(rows: readonly ProofRow[], seed: string): string {
  const lines = rows.map(({ pass, target, kind, expected, got, tolerance }) => [
    pass ? "holds" : "FAILS",
    target,
    kind,
    significant(expected, 8),
    significant(got, 8),
    tolerance,
  ]);
  const missed = rows.filter(({ pass }) => !pass).length;
  return [
    aligned([["", "target", "kind", "expected", "got", "tolerance"], ...lines], [3, 4]),
    `\n${rows.length - missed} of ${rows.length} targets hold, seed ${seed}. Sources: --json.`,
  ].join("\n");
}
