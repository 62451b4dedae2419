import { conditions, directed, findingsOf, FRIENDS, type Score, scoresOf } from "../../models/influence/estimators/laboratory.ts";
import { generate } from "../../models/networks/specification.ts";
import { onInterrupt } from "../cli/interrupt.ts";
import { aligned, answer, answerJson, wrapped } from "../cli/output.ts";
import { progress } from "../cli/progress.ts";

export interface LaboratoryRequest {
  worlds: number;
  seed: string;
  quiet?: boolean;
  json?: boolean;
}

/** `degrees --laboratory`: the estimators in worlds whose causes are known. About 20 ms a world and condition. */
export async function laboratory({ worlds, seed, quiet = false, json }: LaboratoryRequest): Promise<void> {
  const network = directed(generate(FRIENDS, seed), seed);
  const shown = progress("worlds", quiet);
  const interrupt = onInterrupt();
  shown.wanted(worlds * conditions.length);
  const scores: Score[] = [];
  for (const condition of conditions) {
    const rows = [];
    for (let world = 0; world < worlds; world++) {
      rows.push(findingsOf(network, condition, seed, world));
      shown.add(1);
      if (world % 20 === 0) await new Promise((resume) => setImmediate(resume)); // Ctrl-C is heard
      if (interrupt.asked()) break;
    }
    if (interrupt.asked()) break;
    scores.push(...scoresOf(condition, rows));
  }
  shown.stop();
  interrupt.release();
  if (interrupt.asked()) process.exitCode = 130;
  if (json) answerJson({ network: FRIENDS, seed, scores });
  else tell(scores, worlds);
}

function tell(scores: readonly Score[], worlds: number): void {
  const digits = (value: number): string => value.toFixed(3);
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const head = ["world", "estimator", "of", "truth", "mean", "bias", "error", "covered", "sure of influence", ""];
  const rows = scores.map((score) => [
    score.condition,
    score.estimator,
    score.target,
    ...[score.truth, score.mean, score.bias, score.stderr].map(digits),
    percent(score.coverage),
    percent(score.sure),
    score.fooled ? "FOOLED" : "",
  ]);
  answer(aligned([head, ...rows], [3, 4, 5, 6, 7, 8]));
  const note =
    `${worlds} worlds a condition on ${FRIENDS}, ties of one or both directions. slope: by how much the chance of the trait a step later rises from no friend ` +
    "having it to all; excess: the part of the excess at one degree that copying makes. covered: worlds whose 95 % interval holds the truth. " +
    "FOOLED: without any influence the estimator is sure of it in more than one world of ten.";
  answer(`\n${wrapped(note)}`);
}
