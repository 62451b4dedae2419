import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Column, type Model, type Parameter } from "../../models/core/index.ts";
import { rowText } from "./describe-model.ts";

/** The text of a model's file, and of the file whose function makes the definition where that is another one. */
export function definitionText(file: string): string {
  const text = readFileSync(file, "utf8");
  const maker = /^export const \w+ = (\w+)\(\{/m.exec(text)?.[1];
  const from = maker && new RegExp(`import \\{ ${maker} \\} from "(\\.[^"]+)"`).exec(text)?.[1];
  return from ? `${text}\n${readFileSync(join(dirname(file), from), "utf8")}` : text;
}

/**
 * The ODD document of a model (Grimm et al. 2020, JASSS 23(2):7) in Markdown, from its definition and the
 * `definitionText` of its file alone: what the file's comment says, and the code of setup, step and measures.
 */
export function odd(model: Model, room: string, text: string): string {
  const { name, about, source, steps } = model;
  const comment = commentOf(text);
  const rest = steps === "rest";
  return [
    `# ${name}: ODD protocol`,
    "## 1. Purpose and patterns",
    about,
    `The patterns that it is tested against are its targets in the proof table (\`ovation prove\`). Source: ${source}.`,
    "## 2. Entities, state variables and scales",
    `Entities: customers, the nodes of a network, and their ties; an arc u → v means that u can influence v. Room: ${room}.`,
    table(
      ["state of a customer", "type", "meaning"],
      Object.entries<Column>(model.state).map(([key, { type, about: meaning }]) => [key, type, meaning]),
    ),
    `Scales: time goes in steps; a run lasts ${rest ? "until nothing can change any more" : `${steps} steps by default`}. Space is the network alone.`,
    "## 3. Process overview and scheduling",
    comment || about,
    "Setup happens once, at time 0. Then each step is:",
    code(partOf(text, "step") || partOf(text, "plays")),
    "## 4. Design concepts",
    concepts(model),
    "## 5. Initialization",
    "State columns are 0 until setup writes them.",
    code(partOf(text, "setup")),
    "## 6. Input data",
    `A network${model.defaultNetwork ? " (the model has a default)" : ""}; no other data enter during a run.`,
    "## 7. Submodels",
    "### Parameters",
    table(
      ["parameter", "must be", "default", "role", "meaning"],
      Object.entries<Parameter>(model.parameters).map(parameterRow),
    ),
    "### Measures",
    table(
      ["measure", "unit", "meaning"],
      Object.entries<{ about: string; unit: string }>(model.measures).map(([key, { unit, about: meaning }]) => [
        key,
        unit,
        meaning,
      ]),
    ),
    code(partOf(text, "measures")),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function concepts({ streams, measures, kernel, trace }: Model): string {
  const chance = Object.entries<string>(streams).map(([key, kind]) => `\`${key}\` (${kind})`);
  return [
    "- *Interaction*: along the arcs of the network only.",
    `- *Stochasticity*: ${chance.length > 0 ? `streams ${chance.join(", ")}. Every draw is a function of the seed, the stream, the world, and what it belongs to; so a world is the same under other parameters, in other orders and on other threads` : "none: the result follows from the network and the parameters"}.`,
    `- *Observation*: ${Object.keys(measures).join(", ")}; observing changes nothing.${trace ? " Who was reached, when and through whom can be traced." : ""}`,
    ...(kernel
      ? ["- *Computation*: many worlds run on a faster kernel that is tested to equal this definition bit for bit."]
      : []),
  ].join("\n");
}

function parameterRow([key, { must, unit, fallback, lever, about, table: rows }]: [string, Parameter]): string[] {
  const start = Array.isArray(fallback) && fallback.length === 0 ? "none" : String(fallback);
  return [
    key,
    `${must}${unit ? ` (${unit})` : ""}`,
    start,
    lever ? "lever" : "assumption",
    rows ? `${about}; ${rowText(rows)}` : about,
  ];
}

function table(heads: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return rows.length === 0 ? "" : [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

const code = (text: string): string => (text === "" ? "" : `\`\`\`ts\n${text}\n\`\`\``);

/** The comment right above the definition, without its stars. */
function commentOf(text: string): string {
  const before = text.slice(0, Math.max(0, text.search(/^export const \w+ = \w+\(/m)));
  const [, body = ""] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(before) ?? [];
  return body.replaceAll(/^[ \t]*\* ?/gm, "").trim();
}

/** A part of the definition as written in the file, from its name to the line that closes it. */
function partOf(text: string, part: string): string {
  const lines = text.split("\n");
  const from = lines.findIndex((line) => new RegExp(`^(  ){1,2}${part}[(:]`).test(line));
  if (from < 0) return "";
  const indent = lines[from].search(/\S/);
  const closes = new RegExp(`^ {${indent}}[}\\])]+,?$`);
  const length = lines.slice(from).findIndex((line, at) => closes.test(line) || (at === 0 && /,$/.test(line)));
  return lines
    .slice(from, from + length + 1)
    .map((line) => line.slice(Math.min(indent, line.search(/\S|$/))))
    .join("\n");
}
