import { sections } from "./sections.ts";
import { type ProofRow } from "./target.ts";
import { formula, FORMULA_STYLE } from "./formula.ts";
import { html, type Html, NONE } from "../telling/page/html.ts";
import { significant } from "../telling/numbers.ts";
import { pageOf } from "../telling/page/frame.ts";
import { proofChart } from "./distance-chart.ts";

/**
 * The proof table as one page: by section and formula, for each target what is known, from where, what the
 * models gave under each seed, and how far from the known value that was, drawn on the scale of what is
 * allowed. Asks nothing of the network; targets that do not hold come first.
 */
export function proofPage(rows: readonly ProofRow[], { seed, version }: { seed: string; version: string }): string {
  const missed = rows.filter(({ pass }) => !pass);
  const parts = [...grouped(rows, ({ section }) => String(section)).entries()].sort(
    ([a], [b]) => Number(a) - Number(b),
  );
  const body = html`<main class="page">
    <p class="over">Ovation ${version}, seed ${seed}</p>
    <h1>What the models reproduce of what is known</h1>
    <p class="lead">
      ${rows.length - missed.length} of ${rows.length} targets hold. Each is a closed form, an exact enumeration or a
      published result; what was got comes from the models and networks themselves, never from the formula it is held
      against. Where chance is involved two seeds must agree.
    </p>
    <p>
      In the small charts the line in the middle is the known value, the band what is allowed around it, and each dot
      what one seed gave.
    </p>
    <ul class="contents">
      ${parts.map(([section, own]) => html`<li><a href="#section-${section}">${nameOf(Number(section))}</a> ${heldOf(own)}</li>`)}
    </ul>
    ${
      missed.length > 0
        ? html`<section class="missed">
            <h2>${missed.length} ${missed.length === 1 ? "does" : "do"} not hold</h2>
            ${tableOf(missed, "What does not hold")}
          </section>`
        : NONE
    }
    ${parts.map(([section, own]) => sectionOf(Number(section), own))}
  </main>`;
  return pageOf({
    title: "What the models reproduce of what is known",
    style: FORMULA_STYLE + PROOF_STYLE,
    head: html`<link rel="icon" href="data:," />`,
    body,
  });
}

function sectionOf(section: number, rows: readonly ProofRow[]): Html {
  return html`<section id="section-${section}">
    <h2>${nameOf(section)} <span class="held">${heldOf(rows)} hold</span></h2>
    <p>${sections[section]?.claim ?? NONE}</p>
    ${tableOf(rows, nameOf(section))}
  </section>`;
}

const nameOf = (section: number): string => sections[section]?.name ?? `Section ${section}`;
const heldOf = (rows: readonly ProofRow[]): string => `${rows.filter(({ pass }) => pass).length} of ${rows.length}`;

/** One table, in it a group of rows for each formula, which stands above them with where it is from. */
function tableOf(rows: readonly ProofRow[], name: string): Html {
  const groups = grouped(rows, (row) => JSON.stringify([row.section, row.formula, row.symbols, row.source, row.kind]));
  return html`<table class="proof">
    <caption class="hidden">
      ${name}
    </caption>
    <thead>
      <tr>
        <th scope="col">target</th>
        <th scope="col" class="n">expected</th>
        <th scope="col" class="n">got</th>
        <th scope="col">allowed</th>
        <th scope="col">distance</th>
      </tr>
    </thead>
    ${[...groups.values()].map(
      (own) =>
        html`<tbody>
          <tr class="head">
            <th colspan="5" scope="rowgroup">${headOf(own[0])}</th>
          </tr>
          ${own.map(rowOf)}
        </tbody>`,
    )}
  </table>`;
}

const headOf = ({ formula: tex, symbols, source, kind }: ProofRow): Html =>
  html`<div class="formula"><div>${formula(tex)}</div></div>
    ${symbols ? html`<p class="symbols">${symbols}</p>` : NONE}
    <p class="source">${source} <span>(${kind})</span></p>`;

const rowOf = (row: ProofRow): Html =>
  html`<tr class="${row.pass ? "holds" : "fails"}">
    <th scope="row">${row.target}${row.pass ? "" : " – does not hold"}</th>
    <td class="n" data-is="expected">${significant(row.expected, 7)}</td>
    <td class="n" data-is="got">${significant(row.got, 7)}</td>
    <td class="tolerance" data-is="allowed">${row.tolerance}</td>
    <td class="chart" data-is="distance">${proofChart(row)}</td>
  </tr>`;

/** The rows by what the key says, in the order in which each first comes. */
function grouped(rows: readonly ProofRow[], key: (row: ProofRow) => string): Map<string, ProofRow[]> {
  const groups = new Map<string, ProofRow[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

/** Columns of the same width in every section; where the screen is narrow each row is a card. */
const PROOF_STYLE = `
.page{max-width:66rem}
.held{font-weight:400;font-size:.9rem;color:var(--soft);letter-spacing:0;white-space:nowrap;margin-left:.4rem}
.proof{width:100%;table-layout:fixed}
.proof thead th{border-bottom-color:var(--line)}
.proof thead th:nth-child(2),.proof thead th:nth-child(3){width:6.6rem}.proof thead th:nth-child(4){width:10.5rem}.proof thead th:nth-child(5){width:9.5rem}
.proof tbody th{white-space:normal}
.proof .head th{font-weight:400;padding:1.6rem 0 .7rem;border-bottom-color:var(--soft)}
.formula{overflow-x:auto;overflow-y:hidden;padding:.15rem 0 .35rem}.formula>div{width:max-content}
.symbols,.source{margin:.15rem 0 0;color:var(--soft);font-size:.92em;max-width:48rem}
.source{color:var(--ink)}.source span{color:var(--soft)}
.contents{columns:19rem;column-gap:2rem;list-style:none;padding:0;max-width:44rem;font-size:.95rem;color:var(--soft)}
.tolerance{color:var(--soft)}
.chart{padding-right:0;vertical-align:middle}.chart svg{display:block;max-width:100%}
.missed{border-left:4px solid var(--warn);padding-left:1rem;margin-top:2.5rem}.missed h2{margin-top:0;color:var(--warn)}
.fails th,.fails td{color:var(--warn)}
@media (max-width:48rem){
.proof,.proof tbody,.proof .head,.proof .head th,.proof tr>*{display:block;border-bottom:0;width:auto}
.proof thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.proof .head th{border-bottom:1px solid var(--soft)}
.proof tr:not(.head){display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:.1rem 1rem;padding:.7rem 0;border-bottom:1px solid var(--line)}
.proof tr:not(.head)>*{padding:0;text-align:left}
.proof tr:not(.head)>th{grid-column:1/-1;padding-bottom:.2rem}
.proof .n::before{content:attr(data-is) " ";color:var(--soft)}
}
`;
