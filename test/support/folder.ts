import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder of its own for one test, gone when the test ends. */
export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), "ovation-test-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** The same for all tests of a file: `after` is what runs when the last has ended. */
export function lastingFolder(after: (act: () => void) => unknown): string {
  const path = mkdtempSync(join(tmpdir(), "ovation-test-"));
  after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
