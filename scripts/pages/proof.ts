import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { codeOf } from "../disk/model-source.ts";
import { type ProofRow } from "../../models/studies/proof/target.ts";
import { proofPage } from "../../models/studies/proof/proof-page.ts";
import { writeWhole } from "../disk/atomic.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FILE = join(ROOT, "data/facts/proof.json");

/** A proof table that was run, and the fingerprint of the targets and models that gave it. */
export interface SavedProof {
  seed: string;
  version: string;
  code: string;
  rows: ProofRow[];
}

const codeNow = (): string => codeOf(join(ROOT, "models/studies/proof/targets.ts"));

/** Keeps a proof table, since running it takes minutes; the file's path from the project's root. */
export function saveProof(proof: Omit<SavedProof, "code">): string {
  mkdirSync(dirname(FILE), { recursive: true });
  writeWhole(FILE, `${JSON.stringify({ ...proof, code: codeNow() }, null, 1)}\n`);
  return "data/facts/proof.json";
}

/** The proof table as it was last kept; `current` where its targets and all that they run are as they were then. */
export function savedProof(): (SavedProof & { current: boolean }) | null {
  if (!existsSync(FILE)) return null;
  const saved = JSON.parse(readFileSync(FILE, "utf8")) as SavedProof;
  return { ...saved, current: saved.code === codeNow() };
}

/** The kept table as a page in `out`; false where none was kept. */
export function writeProofPage(out: string): boolean {
  const saved = savedProof();
  if (saved) writeWhole(join(out, "proof.html"), proofPage(saved.rows, saved));
  return saved !== null;
}
