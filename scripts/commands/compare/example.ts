import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { answer, answerJson } from "../../cli/output.ts";
import { shellWords } from "../../cli/shell.ts";
import { writeWhole } from "../../disk/atomic.ts";
import { briefSchema } from "../../../models/studies/brief/json-schema.ts";

/** The brief that `--init` writes is one of the project's own, so that tests run it like the others. */
const EXAMPLE = new URL("../../../data/briefs/consumer-product.yaml", import.meta.url);
const SCHEMA_LINE = /^# yaml-language-server: \$schema=.*\n/m;

export const printSchema = (): void => answerJson(briefSchema());

/** Writes a commented brief that runs, and next to it its schema for editors. Never overwrites a file. */
export function writeExample(path: string): void {
  const schema = join(dirname(path), `${basename(path).replace(/\.ya?ml$/i, "")}.schema.json`);
  if (!/\.ya?ml$/i.test(path)) throw new RangeError(`compare: --init must name a .yaml file, got ${path || "nothing"}`);
  for (const file of [path, schema])
    if (existsSync(file)) throw new RangeError(`compare: --init must not overwrite a file, and ${file} exists`);
  if (!existsSync(dirname(path)))
    throw new RangeError(
      `compare: --init must name a file in an existing folder, and there is no folder ${dirname(path)}`,
    );
  writeWhole(schema, `${JSON.stringify(briefSchema(), null, 2)}\n`);
  const text = readFileSync(EXAMPLE, "utf8").replace(SCHEMA_LINE, "");
  writeWhole(path, `# yaml-language-server: $schema=./${basename(schema)}\n${text}`);
  answer(
    `${path} is written. Change what does not fit, then run:\n\n  npm run -s ovation -- compare ${shellWords([path])}`,
  );
}
