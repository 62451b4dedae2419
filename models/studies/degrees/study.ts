import { allocate, fingerprint } from "../../core/index.ts";
import { altersOf, conclude, prepare } from "../../influence/degrees/statistic.ts";
import { traitOf } from "../../influence/degrees/trait.ts";
import { type FileColumns, columnsOf } from "../work/columns.ts";
import { fixed } from "../work/plan.ts";
import { type Printed, printedJob, printedStudy } from "../work/printed.ts";
import { type Sources } from "../work/sources.ts";
import { type Study } from "../work/study.ts";
import { type Sums } from "../work/sums.ts";
import { before, type Counting, countingOf, countsOf, fillLacking, stretchesOf, task } from "./counting-task.ts";
import { networkOfModel, peopleOfWorld } from "./model-world.ts";
import { type DegreesRequest } from "./request.ts";
import { type DegreesAnswer, degreesAnswer, degreesText } from "./summary.ts";

/** Below this product of egos and words, threads cost more than they save. */
const WORTH_THREADS = 1e5;

/**
 * Finds how far a trait clusters on a network: a trait of its people, or one that a model produces. Throws `RangeError`
 * for an invalid request.
 */
export async function degreesStudy(
  request: DegreesRequest,
  command: string,
  sources: Sources,
): Promise<Study<Printed<DegreesAnswer>, Sums>> {
  const { model, seed, nodes } = request;
  const made = model === undefined ? undefined : { ...request, model };
  const spec = request.network ?? (made ? await networkOfModel(made, sources) : "karate");
  const { network: drawn, told } = await sources.network(spec, { seed, nodes });
  const network = made ? await peopleOfWorld(drawn, made, sources) : drawn;
  const prepared = prepare(network, traitOf(network, request), request);
  const { plan, labelings } = prepared;
  const counting = countingOf(prepared, allocate);
  const { table, counted } = countsOf(counting);
  const prints = {
    "the code of the statistic": sources.codeOf("influence/degrees/statistic.ts"),
    [`the network ${spec}`]: fingerprint(network),
  };
  return printedStudy(printedJob("degrees", { ovation: sources.version, command, request, prints }), {
    notes: told,
    work: { name: "degrees", module: "models/studies/degrees/counting-task.ts", setup: counting, task },
    small: plan.egos.length * labelings.words <= WORTH_THREADS,
    units: { name: "people", before: (stretch) => before(plan, stretch) },
    table,
    plan: fixed(1, stretchesOf(plan)),
    answer(rows): Printed<DegreesAnswer> {
      const [failed] = rows.failures(0);
      if (failed as typeof failed | undefined) throw new Error(`degrees: ${failed.error}`);
      fillLacking(counting); // the counting may have been done elsewhere, or by an earlier process
      const result = conclude(prepared, [counted(rows)]);
      return { json: degreesAnswer(result, request), text: degreesText(result, request, spec) };
    },
    rows: (rows) => rowsOf(counting, counted(rows)),
  });
}

/**
 * A row for each distance and labeling, the observed one first: pairs in which both have the trait, and pairs whose
 * alter has it.
 */
function rowsOf(
  { labelings, plan }: Counting,
  { both, egosOf }: ReturnType<ReturnType<typeof countsOf>["counted"]>,
): FileColumns {
  const records = both.flatMap((column, d) => {
    const alters = altersOf(labelings, egosOf[d]);
    return Array.from(column, (count, labeling) => ({
      distance: d + 1,
      labeling,
      both: (plan.half ? 2 : 1) * count,
      alters: alters[labeling],
    }));
  });
  return columnsOf({ distance: "whole", labeling: "whole", both: "number", alters: "number" }, records);
}
