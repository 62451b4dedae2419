import { bench } from "../bench/run.ts";
import { aligned, answer, answerJson, say } from "../cli/output.ts";

/** `bench`: each figure with its unit, its reference in the same run, their ratio, and the ratio aimed at. */
export async function printBench({ quiet, json }: { quiet?: boolean; json?: boolean }): Promise<void> {
  const rows = await bench({ say, each: ({ name }) => (quiet ? undefined : say(`measured: ${name}`)) });
  if (json) {
    answerJson(rows);
    return;
  }
  const lines = rows.map(({ name, unit, value, reference, ratio, goal, met }) => [
    name,
    digits(value),
    unit,
    digits(reference),
    digits(ratio),
    goal === undefined ? "" : `${goal}${met ? "" : " – missed"}`,
  ]);
  answer(aligned([["figure", "value", "unit", "reference", "ratio", "goal"], ...lines], [1, 3, 4]));
}

const digits = (value: number | null): string => (value === null ? "–" : String(Number(value.toPrecision(4))));
