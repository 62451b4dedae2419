import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type Measured } from "../../bench/paired.ts";
import { answer, answerJson, say } from "../../cli/output.ts";
import { significant } from "../../../models/studies/telling/numbers.ts";
import { aligned } from "../../../models/studies/telling/text.ts";

/** `bench`: each figure with its unit, its reference in the same run, their ratio, and the ratio aimed at. */
export async function printBench({
  pages,
  quiet,
  json,
}: {
  pages?: boolean;
  quiet?: boolean;
  json?: boolean;
}): Promise<void> {
  const rows = pages ? await openings(quiet ?? false) : await measured(quiet ?? false);
  if (json) {
    answerJson(rows);
    return;
  }
  const lines = rows.map(({ name, unit, value, reference, ratio, goal, met }) => [
    name,
    significant(value, 4),
    unit,
    significant(reference, 4),
    significant(ratio, 4),
    goal === undefined ? "" : `${goal}${met ? "" : " – missed"}`,
  ]);
  answer(aligned([["figure", "value", "unit", "reference", "ratio", "goal"], ...lines], [1, 3, 4]));
}

async function openings(quiet: boolean): Promise<Measured[]> {
  const { benchPages } = await import("../../bench/pages.ts");
  return benchPages({
    each: ({ name }) => {
      if (!quiet) say(`measured: ${name}`);
    },
  });
}

/** All figures, measured in a process of their own. Throws where that process fails. */
async function measured(quiet: boolean): Promise<Measured[]> {
  const script = fileURLToPath(new URL("../../bench/alone.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script], {
    stdio: ["ignore", "pipe", quiet ? "ignore" : "inherit"],
  });
  let text = "";
  child.stdout.on("data", (bytes: Buffer) => (text += bytes.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`bench: the measuring process ended with ${code ?? "a signal"}`);
  return JSON.parse(text) as Measured[];
}
