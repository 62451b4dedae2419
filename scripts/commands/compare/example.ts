import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { answer, answerJson } from "../../cli/output.ts";
import { shellWords } from "../../cli/shell.ts";
import { writeWhole } from "../../disk/atomic.ts";
import { briefSchema } from "../../../models/studies/brief/json-schema.ts";

/** The brief that `--init` writes is one of the project's own, so that it is run like the others. */
const EXAMPLE = new URL("../../../data/briefs/consumer-product.yaml", import.meta.url);
const SCHEMA_LINE = /^# yaml-language-server: \$schema=.*\n/m;

export const printSchema = (): void => answerJson(briefSchema());

/** Writes a commented brief that runs, and beside it its schema for editors. Never over a file that is there. */
export function writeExample(path: string): void {
  const schema = join(dirname(path), `${basename(path).replace(/\.ya?ml$/i, "")}.schema.json`);
  if (!/\.ya?ml$/i.test(path)) throw new RangeError(`compare: --init must name a .yaml file, got ${path || "nothing"}`);
  for (const file of [path, schema])
    if (existsSync(file)) throw new RangeError(`compare: --init must not write over a file, and ${file} is there`);
  if (!existsSync(dirname(path)))
    throw new RangeError(
      `compare: --init must name a file in a folder that is there, and there is no folder ${dirname(path)}`,
    );
  writeWhole(schema, `${JSON.stringify(briefSchema(), null, 2)}\n`);
  const text = readFileSync(EXAMPLE, "utf8").replace(SCHEMA_LINE, "");
  writeWhole(path, `# yaml-language-server: $schema=./${basename(schema)}\n${text}`);
  answer(
    `${path} is written. Change what does not fit, then:\n\n  npm run -s ovation -- compare ${shellWords([path])}`,
  );
}
