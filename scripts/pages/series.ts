import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";

const FILE = fileURLToPath(new URL("../../notebooks/series.yaml", import.meta.url));

const entry = z.strictObject({ name: z.string(), says: z.string() });
const chapters = z.array(z.strictObject({ part: z.string(), notebooks: z.array(entry).min(1) })).min(1);

/** A step of the argument: a notebook by its name, and what it says. */
export type Step = z.infer<typeof entry>;
export type Chapter = z.infer<typeof chapters>[number];

/** The argument of the series, chapter by chapter. Throws where its file is not of that form. */
export const seriesChapters = (): Chapter[] => chapters.parse(parse(readFileSync(FILE, "utf8")));
