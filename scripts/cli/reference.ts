import { html, type Html, NONE } from "../../models/studies/telling/page/html.ts";
import { STYLE } from "../../models/studies/telling/page/style.ts";
import { type Command, type Line } from "./command.ts";
import { type Option, type Options, shownArgument, shownOption } from "./option.ts";

/** The reference of all commands as one HTML page that opens anywhere: what each does, its options and examples. */
export async function commandReference({ about, commands, groups }: Line): Promise<string> {
  const notes = await Promise.all(
    commands.map(async (one) => (typeof one.notes === "function" ? await one.notes() : one.notes)),
  );
  const body = html`<main class="page">
    <h1>The commands of Ovation</h1>
    <p class="lead">${about}</p>
    <p>
      Every command has <code>--help</code>. The answer goes to standard output, with <code>--json</code> as one JSON
      document; messages and progress go to standard error. The exit code is 0 on success, 1 where the work failed and 2
      where the request was wrong. Ctrl-C stops and keeps what is done.
    </p>
    <ul class="contents">
      ${commands.map(({ name, about: does }) => html`<li><a href="#${anchor(name)}">${name}</a> ${does}</li>`)}
    </ul>
    ${commands.map((command, at) => sectionOf(command, groups, notes[at]))}
  </main>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>The commands of Ovation</title><link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body>${body.html}</body></html>
`;
}

const anchor = (name: string): string => name.replaceAll(" ", "-");

function sectionOf(
  { name, about, arguments: places, options, examples }: Command,
  groups: Line["groups"],
  notes: string | undefined,
): Html {
  const shown = Object.entries(places).map(([key, option]) => shownArgument(key, option));
  const group = name.includes(" ") ? groups[name.split(" ")[0]] : undefined;
  return html`<section id="${anchor(name)}">
    <h2>${name}</h2>
    <p>${sentence(about)}</p>
    ${group === undefined ? NONE : html`<p>One of: ${group}.</p>`}
    <pre>${["ovation", name, "[options]", ...shown].join(" ")}</pre>
    ${tableOf("argument", places, shownArgument)} ${tableOf("option", options, shownOption)}
    ${notes === undefined ? NONE : html`<pre>${notes}</pre>`}
    <p>${examples.length > 1 ? "Examples" : "Example"}</p>
    <pre>${examples.map((one) => `ovation ${one}`).join("\n")}</pre>
  </section>`;
}

function tableOf(what: string, values: Options, shown: (key: string, option: Option) => string): Html {
  const rows = Object.entries(values);
  if (rows.length === 0) return NONE;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${what}</th>
        <th scope="col">meaning</th>
        <th scope="col">must be</th>
        <th scope="col">default</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([key, option]) =>
          html`<tr>
            <th scope="row"><code>${shown(key, option)}</code></th>
            <td>${option.about}${option.many ? " (can be given several times)" : ""}</td>
            <td>${option.must()}</td>
            <td>${usual(option)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const usual = ({ fallback }: Option): string =>
  typeof fallback === "string" || typeof fallback === "number" ? String(fallback) : "";

const sentence = (text: string): string => `${text[0].toUpperCase()}${text.slice(1)}.`;
