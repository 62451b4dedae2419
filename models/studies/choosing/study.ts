import { fingerprint, measureNames, refuse } from "../../core/index.ts";
import { choose } from "../../programs/choosing/choose.ts";
import { seenNetwork } from "../../programs/choosing/seen-network.ts";
import { readSet, usualNetwork } from "../asking/settings.ts";
import { type FileColumns, columnsOf } from "../work/columns.ts";
import { hash } from "../work/hash.ts";
import { fixed } from "../work/plan.ts";
import { type Printed, printedJob, printedStudy } from "../work/printed.ts";
import { type Setup, toParts } from "../work/setup.ts";
import { type Sources } from "../work/sources.ts";
import { type Study } from "../work/study.ts";
import { type Table, table } from "../work/table.ts";
import { answersOf, type ChooseAnswer, type Choices } from "./answer.ts";
import { type ChooseRequest, methodsOf, modelFaults, optionFaults, questionOf } from "./request.ts";
import { chooseSummary } from "./summary.ts";

/** Below this product of choices, worlds, customers and arcs, threads cost more than they save. */
const WORTH_THREADS = 2e6;

/**
 * Chooses advocates by one or more methods and judges each choice in the same worlds of the model. These are fresh: no
 * method has chosen in them, since choosing draws from its own streams. Choosing is done when this returns; with
 * `clock`, in milliseconds, the answer says how long it took. Throws `RangeError` for an invalid request.
 */
export async function chooseStudy(
  request: ChooseRequest,
  command: string,
  sources: Sources,
  clock?: () => number,
): Promise<Study<Printed<ChooseAnswer | ChooseAnswer[]>>> {
  const methods = methodsOf(request);
  const { model, reference, code } = await sources.load(request.model);
  const set = readSet(model, request.set);
  refuse([...modelFaults(model, methods, set), ...optionFaults(request, methods)]);
  const spec = request.network ?? usualNetwork(model, set);
  const { seed, replicates } = request;
  const { network, told } = await sources.network(spec, { seed, nodes: request.nodes });
  const { question, means } = questionOf(request, network, model, set, sources);
  const blind = request.hidden !== undefined || request.weightError !== undefined;
  const made = methods.map((method) => {
    const began = clock?.();
    const chosen = choose(method, question, means);
    return began === undefined ? chosen : { ...chosen, seconds: (clock!() - began) / 1000 };
  });
  const seen = blind ? seenNetwork(network, request) : network;
  const unseen = blind ? methods.map((method) => choose(method, { ...question, network: seen }, means)) : [];
  const choices: Choices = { request, network, question, means, made, unseen };
  const all = [...made, ...unseen];
  const points = all.map(({ chosen }) => ({
    network: 0,
    parameters: { ...set, seeds: chosen.map((i) => network.keys.key(i)) },
  }));
  const setup: Setup = { model: reference, networks: [toParts(spec, network)], points, seed, redraw: false };
  const prints = {
    [`the code of ${model.name}`]: code,
    "the code of choosing": sources.codeOf("programs/choosing/choose.ts"),
    [`the network ${spec}`]: fingerprint(network),
    ...(question.candidates && { "the list of candidates": hash([...question.candidates]) }),
  };
  const measures = measureNames(model);
  return printedStudy(printedJob("choose", { ovation: sources.version, command, request, prints }), {
    notes: told,
    work: sources.worlds(setup),
    small: replicates * all.length * Math.min(1000, network.size + network.arcs) <= WORTH_THREADS,
    table: () => table(all.length, measures),
    plan: fixed(all.length, replicates),
    answer(filled): Printed<ChooseAnswer | ChooseAnswer[]> {
      refuseFailures(filled, all.length);
      const reach = all.map((_, point) => filled.column(point, "reach", replicates));
      const answers = answersOf(choices, reach);
      return {
        json: answers.length === 1 ? answers[0] : answers,
        text: chooseSummary(answers, { model: model.name, spec, network, options: request }),
      };
    },
    rows: (filled) => rowsOf(filled, choices),
  });
}

function refuseFailures(filled: Table, points: number): void {
  const failed = Array.from({ length: points }, (_, point) => filled.failures(point)).flat();
  if (failed.length > 0)
    throw new Error(`choose: ${failed.length} worlds failed; the first: world ${failed[0].world}: ${failed[0].error}`);
}

/** A row for each choice and world, with every measure. */
function rowsOf({ measures, row }: Table, { request, made, unseen }: Choices): FileColumns {
  const all = [...made.map((one) => ({ ...one, seen: "all" })), ...unseen.map((one) => ({ ...one, seen: "part" }))];
  const records = all.flatMap(({ method, seen }, point) =>
    Array.from({ length: request.replicates }, (_, world) => ({
      method,
      seen,
      seed: request.seed,
      world,
      ...Object.fromEntries([...row(point, world)].map((value, m) => [measures[m], value])),
    })),
  );
  const numbers = Object.fromEntries(measures.map((name) => [name, "number" as const]));
  return columnsOf({ method: "text", seen: "text", seed: "text", world: "whole", ...numbers }, records);
}
