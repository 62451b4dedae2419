import { isBuiltin } from "node:module";
import { dirname, join } from "node:path/posix";
import ts from "typescript";

/** A file of the project, its path from the root with `/`. */
export interface Source {
  path: string;
  text: string;
}

/** The rooms of models/ in reading order: a file may import from its own room and from those before it. */
const LINE = ["core", "statistics", "networks", "influence", "cascades", "market", "programs", "ledger"];
/** Beside the line: takes models as values, so it knows none. */
const BESIDE = "experiments";
const BEFORE_BESIDE = ["core", "statistics"];
/** Last in models/, after the catalogue: questions put to models. */
const STUDIES = "studies";
/** Packages without native parts that run in a page as well as in Node. */
const ANYWHERE =
  /^(entities|fflate|fzstd|graphology(-[a-z0-9-]+)?(\/.*)?|papaparse|read-excel-file\/universal|saxes|seedrandom|zod)$/;
/** What studies use beside those. */
const IN_STUDIES = /^(@noble\/hashes\/.*|@observablehq\/plot|linkedom|temml|vega|vega-lite|yaml)$/;
const NO_IDEA = ["utils", "util", "common", "helpers", "types", "lib"];
const LONGEST = 300;

/** A world depends on its seed alone. */
const CLOCKS = ["Math.random", "Date.now", "performance.now", "crypto.getRandomValues", "crypto.randomUUID"];
/** What ECMAScript leaves to the engine: results may differ in the last bit between browsers. */
const INEXACT =
  "acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow sin sinh tan tanh";

/** Everything in these files that breaks a rule of the layout, a line each; empty if all is right. */
export function layoutFaults(files: readonly Source[]): string[] {
  return files.flatMap((file) => [...placeFaults(file), ...(file.path.endsWith(".ts") ? codeFaults(file) : [])]);
}

function placeFaults({ path, text }: Source): string[] {
  const faults: string[] = [];
  const folders = path.split("/").slice(0, -1);
  for (const folder of folders) if (NO_IDEA.includes(folder)) faults.push(`${path}: no folder may be named ${folder}`);
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  if (lines > LONGEST) faults.push(`${path}: at most ${LONGEST} lines, got ${lines}`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/.test(path.split("/").at(-1) ?? ""))
    faults.push(`${path}: a file's name is kebab-case`);
  if (folders[0] === "models" && folders.length > 1 && ![...LINE, BESIDE, STUDIES].includes(folders[1]))
    faults.push(`${path}: ${folders[1]} is no room`);
  return faults;
}

function codeFaults({ path, text }: Source): string[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const inModels = path.startsWith("models/");
  const decides = room(path) !== STUDIES; // what studies compute of results decides no event of a world
  const faults = ts
    .preProcessFile(text, true, true)
    .importedFiles.flatMap(({ fileName }) => importFaults(path, fileName));
  if (!inModels) return faults;
  function visit(node: ts.Node): void {
    if (isDefaultExport(node)) faults.push(`${path}: no default exports`);
    if (ts.isPropertyAccessExpression(node)) {
      const name = node.getText(tree).replace(/^globalThis\./, "");
      if (CLOCKS.includes(name) && !mayTime(path, name))
        faults.push(`${path}: ${name} makes a world depend on more than its seed`);
      if (decides && name.startsWith("Math.") && INEXACT.split(" ").includes(name.slice(5)))
        faults.push(`${path}: ${name} differs between engines`);
    }
    if (ts.isNewExpression(node) && node.expression.getText(tree) === "Date" && !node.arguments?.length) {
      faults.push(`${path}: new Date() makes a world depend on more than its seed`);
    }
    if (decides && isInexactPower(node, tree)) faults.push(`${path}: ${node.getText(tree)} differs between engines`);
    ts.forEachChild(node, visit);
  }
  visit(tree);
  return faults;
}

/** How long work took decides how it is cut, never what comes out. */
const mayTime = (path: string, name: string): boolean =>
  name === "performance.now" && path.startsWith("models/studies/work/");

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === "default";
  return (
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  );
}

/** Powers of two and squares are exact in every engine; other powers need not be. */
function isInexactPower(node: ts.Node, tree: ts.SourceFile): boolean {
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  if (kind !== ts.SyntaxKind.AsteriskAsteriskToken && kind !== ts.SyntaxKind.AsteriskAsteriskEqualsToken) return false;
  return node.left.getText(tree) !== "2" && node.right.getText(tree) !== "2";
}

function importFaults(path: string, name: string): string[] {
  if (!name.startsWith(".")) return packageFaults(path, name);
  const target = join(dirname(path), name);
  const faults = /\.(ts|mjs|json|css)(\?.*)?$/.test(name)
    ? []
    : [`${path}: the import of ${name} must carry its ending`];
  const [top, other] = [path, target].map((place) => place.split("/")[0]);
  if (top === "notebooks" && !["models", "notebooks", "data"].includes(other))
    faults.push(`${path}: notebooks/ may not import ${target}`);
  if (top === "scripts" && other === "notebooks") faults.push(`${path}: scripts/ may not import ${target}`);
  if (top === "models" && other !== "models") return [...faults, `${path}: models/ may not import ${target}`];
  if (top === "scripts" && other === "test") return [...faults, `${path}: scripts/ may not import ${target}`];
  if (top === "models" && !mayRead(room(path), room(target))) {
    faults.push(
      `${path}: ${room(path)} may not import ${target}, which stands ${room(target) === BESIDE ? "beside" : "after"} it`,
    );
  }
  return faults;
}

function packageFaults(path: string, name: string): string[] {
  if (path.startsWith("notebooks/")) return isBuiltin(name) ? [`${path}: ${name} is not there in a page`] : [];
  if (!path.startsWith("models/")) return [];
  if (isBuiltin(name)) return [`${path}: ${name} is not there in a page`];
  if (room(path) === STUDIES && IN_STUDIES.test(name)) return [];
  return ANYWHERE.test(name) ? [] : [`${path}: ${name} is not among the packages that run in a page`];
}

/** The room of a file of models/; files beside the rooms, such as the catalogue, stand last. */
function room(path: string): string {
  const parts = path.split("/");
  return parts.length > 2 ? parts[1] : "the catalogue";
}

function mayRead(from: string, to: string): boolean {
  if (from === to) return true;
  if (from === STUDIES) return true;
  if (from === BESIDE) return BEFORE_BESIDE.includes(to);
  if (to === BESIDE || to === STUDIES) return false;
  const place = (name: string): number => (LINE.includes(name) ? LINE.indexOf(name) : LINE.length);
  return place(to) < place(from);
}
