import { isBuiltin } from "node:module";
import { dirname, join } from "node:path/posix";
import ts from "typescript";

/** A file of the project, its path from the root with `/`. */
export interface Source {
  path: string;
  text: string;
}

/** The rooms of models/ in reading order: a file may import from its own room and from those before it. */
const LINE = ["core", "networks", "influence", "cascades", "service", "organization", "programs"];
/** Beside the line: takes models as values, so it knows none. */
const BESIDE = "experiments";
/** Packages without native parts that run in a page as well as in Node. */
const ANYWHERE = /^(graphology(-[a-z0-9-]+)?(\/.*)?|papaparse|saxes|seedrandom|zod)$/;
/** What a page may get through a file of scripts/ beside those. */
const THROUGH_SCRIPTS = /^(@noble\/hashes\/.*|@observablehq\/plot|yaml)$/;
const NO_IDEA = ["utils", "util", "common", "helpers", "types", "lib"];
const LONGEST = 300;

/** A world depends on its seed alone. */
const CLOCKS = ["Math.random", "Date.now", "performance.now", "crypto.getRandomValues", "crypto.randomUUID"];
/** What ECMAScript leaves to the engine: results may differ in the last bit between browsers. */
const INEXACT = "acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow sin sinh tan tanh";

/** Everything in these files that breaks a rule of the layout, a line each; empty if all is right. */
export function layoutFaults(files: readonly Source[]): string[] {
  const code = new Map(files.filter(({ path }) => path.endsWith(".ts")).map((file) => [file.path, file]));
  return files.flatMap((file) => [...placeFaults(file), ...(code.has(file.path) ? [...codeFaults(file), ...pageFaults(file, code)] : [])]);
}

/** A notebook may use what of scripts/ runs in a page: a file that reaches neither Node nor a native package, through whatever it imports. */
function pageFaults({ path, text }: Source, code: ReadonlyMap<string, Source>): string[] {
  if (!path.startsWith("notebooks/")) return [];
  const targets = usedImports(text).filter((name) => name.startsWith(".")).map((name) => join(dirname(path), name));
  return targets.filter((target) => target.startsWith("scripts/")).flatMap((target) => {
    const out = wayOut(target, code);
    return out ? [`${path}: notebooks/ may not import ${target}, which reaches ${out}`] : [];
  });
}

/** The way from a file to something that is not there in a page: `node:fs through scripts/b.ts`; undefined where there is none. */
function wayOut(from: string, code: ReadonlyMap<string, Source>): string | undefined {
  const seen = new Set([from]);
  for (const path of seen) {
    for (const name of usedImports(code.get(path)?.text ?? "")) {
      if (name.startsWith(".")) seen.add(join(dirname(path), name));
      else if (isBuiltin(name) || !(ANYWHERE.test(name) || THROUGH_SCRIPTS.test(name))) return path === from ? name : `${name} through ${path}`;
    }
  }
  return undefined;
}

/** What a file imports when it runs: types alone are left out by whatever runs it. */
function usedImports(text: string): string[] {
  const names: string[] = [];
  function visit(node: ts.Node): void {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && !isOfTypes(node)) names.push((node.moduleSpecifier as ts.StringLiteral).text);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && ts.isStringLiteral(node.arguments[0])) names.push(node.arguments[0].text);
    ts.forEachChild(node, visit);
  }
  visit(ts.createSourceFile("used.ts", text, ts.ScriptTarget.Latest));
  return names;
}

function isOfTypes(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const { importClause } = node;
  if (!importClause || importClause.name) return false;
  const { namedBindings, phaseModifier } = importClause;
  return phaseModifier === ts.SyntaxKind.TypeKeyword || (namedBindings !== undefined && ts.isNamedImports(namedBindings) && namedBindings.elements.every((one) => one.isTypeOnly));
}

function placeFaults({ path, text }: Source): string[] {
  const faults: string[] = [];
  const folders = path.split("/").slice(0, -1);
  for (const folder of folders) if (NO_IDEA.includes(folder)) faults.push(`${path}: no folder may be named ${folder}`);
  const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
  if (lines > LONGEST) faults.push(`${path}: at most ${LONGEST} lines, got ${lines}`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/.test(path.split("/").at(-1) ?? "")) faults.push(`${path}: a file's name is kebab-case`);
  if (folders[0] === "models" && folders.length > 1 && ![...LINE, BESIDE].includes(folders[1])) faults.push(`${path}: ${folders[1]} is no room`);
  return faults;
}

function codeFaults({ path, text }: Source): string[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const inModels = path.startsWith("models/");
  const faults = ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName }) => importFaults(path, fileName));
  if (!inModels) return faults;
  function visit(node: ts.Node): void {
    if (isDefaultExport(node)) faults.push(`${path}: no default exports`);
    if (ts.isPropertyAccessExpression(node)) {
      const name = node.getText(tree).replace(/^globalThis\./, "");
      if (CLOCKS.includes(name)) faults.push(`${path}: ${name} makes a world depend on more than its seed`);
      if (name.startsWith("Math.") && INEXACT.split(" ").includes(name.slice(5))) faults.push(`${path}: ${name} differs between engines`);
    }
    if (ts.isNewExpression(node) && node.expression.getText(tree) === "Date" && !node.arguments?.length) {
      faults.push(`${path}: new Date() makes a world depend on more than its seed`);
    }
    if (isInexactPower(node, tree)) faults.push(`${path}: ${node.getText(tree)} differs between engines`);
    ts.forEachChild(node, visit);
  }
  visit(tree);
  return faults;
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === "default";
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
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
  const faults = /\.(ts|mjs|json|css)(\?.*)?$/.test(name) ? [] : [`${path}: the import of ${name} must carry its ending`];
  const [top, other] = [path, target].map((place) => place.split("/")[0]);
  if (top === "notebooks" && !["models", "notebooks", "scripts", "data"].includes(other)) faults.push(`${path}: notebooks/ may not import ${target}`);
  if (top === "scripts" && other === "notebooks") faults.push(`${path}: scripts/ may not import ${target}`);
  if (top === "models" && other !== "models") return [...faults, `${path}: models/ may not import ${target}`];
  if (top === "scripts" && other === "test") return [...faults, `${path}: scripts/ may not import ${target}`];
  if (top === "models" && !mayRead(room(path), room(target))) {
    faults.push(`${path}: ${room(path)} may not import ${target}, which stands ${room(target) === BESIDE ? "beside" : "after"} it`);
  }
  return faults;
}

function packageFaults(path: string, name: string): string[] {
  if (path.startsWith("notebooks/")) return isBuiltin(name) ? [`${path}: ${name} is not there in a page`] : [];
  if (!path.startsWith("models/")) return [];
  if (isBuiltin(name)) return [`${path}: ${name} is not there in a page`];
  return ANYWHERE.test(name) ? [] : [`${path}: ${name} is not among the packages that run in a page`];
}

/** The room of a file of models/; files beside the rooms, such as the catalogue, stand last. */
function room(path: string): string {
  const parts = path.split("/");
  return parts.length > 2 ? parts[1] : "the catalogue";
}

function mayRead(from: string, to: string): boolean {
  if (from === to) return true;
  if (from === BESIDE) return to === "core";
  if (to === BESIDE) return false;
  const place = (name: string): number => (LINE.includes(name) ? LINE.indexOf(name) : LINE.length);
  return place(to) < place(from);
}
