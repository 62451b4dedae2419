import { dirname, join } from "node:path/posix";
import ts from "typescript";
import { type Source } from "./layout.ts";

/**
 * The circles of files that import each other, types included: each as the files of one shortest way round, with the
 * first of them again at its end, joined by ` → `. One circle for each file that lies on any and on none told before.
 */
export function circles(files: readonly Source[]): string[] {
  const graph = new Map(files.map((file) => [file.path, importsOf(file)]));
  const seen = new Set<string>();
  const found: string[] = [];
  for (const path of graph.keys()) {
    const round = seen.has(path) ? undefined : wayRound(path, graph);
    if (!round) continue;
    for (const each of round) seen.add(each);
    found.push([...round, path].join(" → "));
  }
  return found;
}

/** Files that a file names in an import, an export, a type or `import()`. */
const importsOf = ({ path, text }: Source): string[] =>
  ts
    .preProcessFile(text, true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith("."))
    .map(({ fileName }) => join(dirname(path), fileName.replace(/\?.*$/, "")));

/** The files of a shortest way from a file back to itself; undefined where there is none. */
function wayRound(start: string, graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const from = new Map<string, string>();
  const queue = [start];
  for (const path of queue) {
    for (const next of graph.get(path) ?? []) {
      if (next === start) return backFrom(path, from);
      if (from.has(next)) continue;
      from.set(next, path);
      queue.push(next);
    }
  }
  return undefined;
}

function backFrom(last: string, from: ReadonlyMap<string, string>): string[] {
  const way: string[] = [];
  for (let path: string | undefined = last; path !== undefined; path = from.get(path)) way.unshift(path);
  return way;
}
