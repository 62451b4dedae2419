import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { catalog } from "../../models/catalog.ts";
import { pageOf } from "../../models/studies/telling/page/frame.ts";
import { html, type Html, NONE, trusted } from "../../models/studies/telling/page/html.ts";
import { type Notebook, NOTEBOOKS } from "./list.ts";
import { savedProof } from "./proof.ts";
import { type Chapter, seriesChapters } from "./series.ts";

/** The references that are published with the notebooks. */
interface Beside {
  reference?: boolean;
  commands?: boolean;
}

/** The start page, without scripts: the argument of the series, a map of the models, and what the models reproduce. */
export function indexPage(all: readonly Notebook[], beside: Beside = {}): string {
  const titles = new Map(all.map(({ name, title }) => [name, title]));
  const chapters = seriesChapters();
  return pageOf({
    title: "Ovation: questions about customer networks",
    style: INDEX_STYLE,
    head: html`<link rel="icon" href="data:," />`,
    body: html`<main class="page">
      <p class="over">Ovation: live notebooks</p>
      <h1>What passes between customers, and what does a firm gain from it?</h1>
      <p class="lead">
        Each page asks one question of a model. Move a slider, press play, and read what was found and how certain it
        is. The pages open from disk. Everything runs in this browser, and nothing is sent anywhere.
      </p>
      ${argument(chapters, titles)}
      <section aria-labelledby="map">
        <h2 id="map">A map of the models</h2>
        <p>
          Rooms are in reading order: each builds on those before it. <code>ovation describe</code> followed by a name
          prints the whole model.
        </p>
        ${map(titles)}
      </section>
      ${proved()} ${looked(beside)}
    </main>`,
  });
}

/** The series as one numbered list, chapter by chapter. */
function argument(chapters: readonly Chapter[], titles: ReadonlyMap<string, string>): Html {
  let number = 1;
  return html`${chapters.map(({ part, notebooks }) => {
    const first = number;
    number += notebooks.length;
    return html`<section>
      <h2>${part}</h2>
      <ol start="${first}">
        ${notebooks.map(({ name, says }) => html`<li><a href="./${name}.html">${titles.get(name) ?? name}</a><span>${says}</span></li>`)}
      </ol>
    </section> `;
  })}`;
}

function map(titles: ReadonlyMap<string, string>): Html {
  const asked = [...titles.keys()].map((name) => ({ name, models: modelsOf(name) }));
  const rooms = [...new Set(catalog.map(({ room }) => room))];
  return html`${rooms.map(
    (room) =>
      html`<h3>${room}</h3>
        <dl class="models">
          ${catalog
            .filter((entry) => entry.room === room)
            .map(({ model }) => {
              const pages = asked.filter(({ models }) => models.has(model.name));
              return html`<div>
                <dt>${model.name}</dt>
                <dd>
                  ${model.about}${pages.length > 0 ? html` <span>Used in ${trusted(pages.map(({ name }) => html`<a href="./${name}.html">${titles.get(name) ?? name}</a>`.html).join(", "))}.</span>` : NONE}
                </dd>
              </div>`;
            })}
        </dl>`,
  )}`;
}

/** The models whose files a notebook imports. */
function modelsOf(name: string): Set<string> {
  const folder = join(NOTEBOOKS, name);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));
  const text = [join(NOTEBOOKS, `${name}.html`), ...files].map((file) => readFileSync(file, "utf8")).join("\n");
  return new Set([...text.matchAll(/models\/[a-z]+\/([a-z-]+)\.ts"/g)].map(([, file]) => file));
}

function proved(): Html {
  const saved = savedProof();
  if (!saved) return NONE;
  const { rows, seed, current } = saved;
  const held = rows.filter(({ pass }) => pass).length;
  return html`<section aria-labelledby="proof">
    <h2 id="proof">What is known, and reproduced</h2>
    <p>
      <a href="./proof.html">The proof table</a>: the models and networks reproduce ${held} of ${rows.length} closed
      forms, enumerations and published results (seed ${seed}).
      ${current ? "" : "The code has changed since then. "}<code>ovation prove</code> runs them again in a few minutes.
    </p>
  </section>`;
}

/** Links to the references; nothing where neither was written. */
function looked({ reference = false, commands = false }: Beside): Html {
  if (!reference && !commands) return NONE;
  return html`<section aria-labelledby="reference">
    <h2 id="reference">Reference</h2>
    <ul>
      ${commands ? html`<li><a href="./commands.html">Commands</a><span>every command, with its options and examples</span></li>` : NONE}
      ${
        reference
          ? html`<li>
              <a href="./reference/index.html">Programming</a
              ><span>what <code>import … from "ovation"</code> provides</span>
            </li>`
          : NONE
      }
    </ul>
  </section>`;
}

const INDEX_STYLE = `
ol,ul{padding-left:1.8rem}
li{margin:0 0 .9rem;padding-left:.3rem}
li::marker{color:var(--soft);font-variant-numeric:tabular-nums}
li a{font-weight:650;font-size:1.08rem}
li span{display:block;color:var(--soft)}
section>h2{margin-top:2.4rem}
.models{margin:0 0 1.5rem;max-width:none}
.models div{display:grid;grid-template-columns:13rem 1fr;gap:0 1.25rem;padding:.4rem 0;border-bottom:1px solid var(--line)}
.models dt{font-weight:600;overflow-wrap:anywhere}
.models dd{margin:0;min-width:0}
.models dd span{color:var(--soft)}
@media (max-width:40rem){.models div{display:block}}
`;
