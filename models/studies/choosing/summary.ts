import { type Network } from "../../core/index.ts";
import { aligned, wrapped } from "../telling/text.ts";
import { count, estimate, fixed, plain } from "../telling/numbers.ts";
import { type ChooseAnswer } from "./answer.ts";
import { type ChooseRequest } from "./request.ts";

interface About {
  model: string;
  spec: string;
  network: Network;
  options: ChooseRequest;
}

/** The answer of `choose` for people: who is chosen, what they reach, and how certain that is. */
export function chooseSummary(answers: readonly ChooseAnswer[], about: About): string {
  const { model, spec, network, options } = about;
  const head = `${count(network.size, "customer")} of ${spec}, ${model}; judged in ${fixed(options.replicates, 0)} fresh worlds of seed ${options.seed}`;
  return [head, ...(answers.length === 1 ? [one(answers[0], options)] : [several(answers), ...notesOf(answers)])].join(
    "\n\n",
  );
}

const MOST_SHOWN = 50;

function named(seeds: readonly string[]): string {
  const more = seeds.length > MOST_SHOWN ? `, … and ${fixed(seeds.length - MOST_SHOWN, 0)} more (--json has all)` : "";
  return wrapped(`${seeds.slice(0, MOST_SHOWN).join(", ")}${more}`, 80, "  ");
}

function one(answer: ChooseAnswer, { value }: ChooseRequest): string {
  const { method, seeds, reach, guarantee, cost, seconds, tied, notes, unseen } = answer;
  const { mean, low, high } = estimate(reach);
  const unit = value === undefined ? "customers" : `of ${value}`;
  const lines = [
    `${method} chose ${count(seeds.length, "customer")}${seconds === undefined ? "" : ` in ${plain(seconds, 2)} s`}${cost === undefined ? "" : `, at a total cost of ${plain(cost)}`}:`,
    named(seeds),
    `They reach ${mean} customers (95 % interval ${low} to ${high}).`,
  ];
  if (answer.value) {
    const worth = estimate(answer.value);
    lines.push(
      `They reach ${worth.mean} of ${value} (95 % interval ${worth.low} to ${worth.high}, ${count(answer.value.n, "world")}).`,
    );
  }
  if (guarantee) {
    lines.push(
      `Certified: at least ${plain(100 * guarantee.approximation, 3)} % of the best possible, which is at most ${plain(guarantee.upper, 5)} ${unit}; wrong with probability ${plain(guarantee.failure, 2)} (${fixed(guarantee.sets, 0)} reverse sets).`,
    );
  }
  if (tied !== null && tied > 1) lines.push(`${fixed(tied, 0)} candidates tie with the last one chosen.`);
  lines.push(...notes.map((note) => `Note: ${note}.`));
  if (unseen) lines.push(`Chosen ${blindness(unseen)}: ${lossText(unseen)} of that reach is lost.`);
  return lines.map((line) => (line.startsWith("  ") ? line : wrapped(line))).join("\n");
}

type Unseen = NonNullable<ChooseAnswer["unseen"]>;

function blindness({ hidden, weightError }: Unseen): string {
  const parts = [
    hidden > 0 ? `with ${plain(100 * hidden)} % of ties hidden` : "",
    weightError > 0 ? `with weights off by up to ${plain(100 * weightError)} %` : "",
  ];
  return parts.filter((part) => part !== "").join(" and ") || "with nothing hidden";
}

function lossText({ loss }: Unseen): string {
  const { mean, low, high } = estimate({ mean: 100 * loss.mean, low: 100 * loss.low, high: 100 * loss.high });
  return `${mean} % (95 % interval ${low} to ${high} %)`;
}

/** A line for each method, the largest reach first. */
function several(answers: readonly ChooseAnswer[]): string {
  const [{ unseen, seconds }] = answers;
  const timed = seconds !== undefined;
  const costs = answers.some(({ cost }) => cost !== undefined);
  const values = answers.some(({ value }) => value !== undefined);
  const heads = [
    "method",
    "chosen",
    "reach",
    "95 % interval",
    ...(values ? ["value"] : []),
    ...(costs ? ["cost"] : []),
    "tied",
    ...(timed ? ["seconds"] : []),
    ...(unseen ? ["lost", "95 % interval"] : []),
  ];
  const sorted = [...answers].sort((a, b) => (b.value?.mean ?? b.reach.mean) - (a.value?.mean ?? a.reach.mean));
  const rows = sorted.map((answer) => {
    const { mean, low, high } = estimate(answer.reach);
    const loss =
      answer.unseen &&
      estimate({
        mean: 100 * answer.unseen.loss.mean,
        low: 100 * answer.unseen.loss.low,
        high: 100 * answer.unseen.loss.high,
      });
    return [
      answer.method,
      String(answer.seeds.length),
      mean,
      `${low} to ${high}`,
      ...(values ? [answer.value ? estimate(answer.value).mean : "–"] : []),
      ...(costs ? [plain(answer.cost ?? 0)] : []),
      answer.tied === null ? "–" : fixed(answer.tied, 0),
      ...(answer.seconds === undefined ? [] : [plain(answer.seconds, 2)]),
      ...(loss ? [`${loss.mean} %`, `${loss.low} to ${loss.high} %`] : []),
    ];
  });
  const legend = unseen ? `\n\nlost: share of the reach that is lost when choosing ${blindness(unseen)}.` : "";
  return aligned([heads, ...rows], heads.map((_, column) => column).slice(1)) + legend;
}

function notesOf(answers: readonly ChooseAnswer[]): string[] {
  const notes = answers.flatMap(({ method, notes: own, guarantee }) => [
    ...own.map((note) => `${method}: ${note}.`),
    ...(guarantee
      ? [
          `${method}: certified at least ${plain(100 * guarantee.approximation, 3)} % of the best possible, which is at most ${plain(guarantee.upper, 5)}.`,
        ]
      : []),
  ]);
  return notes.length > 0 ? [notes.map((note) => wrapped(note)).join("\n")] : [];
}
