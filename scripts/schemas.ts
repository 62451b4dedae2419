import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { briefSchema } from "../models/studies/brief/json-schema.ts";
import { experimentSchema } from "../models/studies/sweep/file.ts";
import { writeWhole } from "./disk/atomic.ts";

/** A JSON Schema of a kind of file that people write; editors that complete and check YAML read it from here. */
export interface SchemaFile {
  path: string;
  text: string;
}

const pretty = (schema: object): string => `${JSON.stringify(schema, null, 1)}\n`;
const place = (name: string): string => fileURLToPath(new URL(`../data/schemas/${name}.json`, import.meta.url));

/** The schemas as they follow from the code. */
export const schemaFiles = (): SchemaFile[] => [
  { path: place("brief"), text: pretty(briefSchema()) },
  { path: place("experiment"), text: pretty(experimentSchema()) },
];

/** Writes them into data/schemas/. */
export function writeSchemas(): void {
  for (const { path, text } of schemaFiles()) {
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, text);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeSchemas();
