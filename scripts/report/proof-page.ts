import { type Row } from "../proof/target.ts";
import { html, type Html, NONE, trusted } from "./page/html.ts";
import { STYLE } from "./page/style.ts";

const SECTIONS: Record<number, string> = {
  1: "Informational cascades",
  2: "The Standing Ovation Problem",
  3: "Threshold cascades",
  4: "Independent cascade and linear threshold",
  5: "Three degrees of influence",
  6: "Diffusion of innovations",
  7: "Opinions and trust",
  8: "Networks",
};

/**
 * The proof table as one page: for each target what is known, from where, what the models gave under each
 * seed, and how far from the known value that was, drawn on the scale of what is allowed.
 * Asks nothing of the network; targets that do not hold come first.
 */
export function proofPage(rows: readonly Row[], { seed, version }: { seed: string; version: string }): string {
  const missed = rows.filter(({ pass }) => !pass);
  const sections = [...new Set(rows.map(({ section }) => section))].sort((a, b) => a - b);
  const body = html`<main class="page">
<p class="over">Ovation ${version}, seed ${seed}</p>
<h1>What the models reproduce of what is known</h1>
<p class="lead">${rows.length - missed.length} of ${rows.length} targets hold. Each is a closed form, an exact enumeration or a published result; what was got comes from the models and networks themselves, never from the formula it is held against. Where chance is involved two seeds must agree.</p>
<p>In the small charts the line in the middle is the known value, the band what is allowed around it, and each dot what one seed gave.</p>
${missed.length > 0 ? html`<section class="warn"><h2>${missed.length} do not hold</h2>${tableOf(missed)}</section>` : NONE}
${sections.map((section) => html`<h2>${SECTIONS[section] ?? `Section ${section}`}</h2><div class="box" tabindex="0">${tableOf(rows.filter((row) => row.section === section))}</div>`)}
</main>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>What the models reproduce of what is known</title><link rel="icon" href="data:,"><style>${STYLE}
.page{max-width:64rem}table{width:100%}tbody th{white-space:normal;min-width:14rem}tbody th span{display:block;font-weight:400;font-size:.88em;color:var(--soft)}.chart{width:9.5rem;padding-right:0}.chart svg{display:block}.missed th,.missed td{color:var(--warn)}</style></head>
<body>${body.html}</body></html>
`;
}

function tableOf(rows: readonly Row[]): Html {
  return html`<table><thead><tr><th>target</th><th class="n">expected</th><th class="n">got</th><th>distance</th></tr></thead><tbody>
${rows.map((row) => html`<tr class="${row.pass ? "holds" : "missed"}"><th scope="row">${row.target}${row.pass ? "" : " – does not hold"}<span>${row.kind}, ${row.tolerance}; ${row.source}</span></th><td class="n">${digits(row.expected)}</td><td class="n">${digits(row.got)}</td><td class="chart">${chart(row)}</td></tr>`)}
</tbody></table>`;
}

const WIDTH = 144;
const HEIGHT = 18;
/** The allowed band takes this share of the width; what lies beyond the edge is drawn at it. */
const BAND = 0.7;

function chart({ expected, runs, pass }: Row): Html {
  const shares = runs.map(({ value, allowed }) => {
    if (value === expected) return 0;
    return allowed === undefined || allowed === 0 ? Math.sign(value - expected) * 2 : (value - expected) / allowed;
  });
  const place = (share: number): string => (WIDTH / 2 + Math.max(-1 / BAND, Math.min(1 / BAND, share)) * (WIDTH / 2 - 4) * BAND).toFixed(1);
  const band = `<rect x="${place(-1)}" y="4" width="${(Number(place(1)) - Number(place(-1))).toFixed(1)}" height="${HEIGHT - 8}" rx="3" fill="var(--mark)" stroke="var(--line)"/>`;
  const line = `<path d="M${WIDTH / 2},1V${HEIGHT - 1}" stroke="var(--soft)"/>`;
  const dots = shares.map((share) => `<circle cx="${place(share)}" cy="${HEIGHT / 2}" r="3.5" fill="${pass ? "var(--accent)" : "var(--warn)"}" fill-opacity=".8"/>`);
  const told = shares.map((share) => `${Math.round(Math.abs(share) * 100)} % of what is allowed`).join(", ");
  return trusted(`<svg width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="distance: ${told}">${band}${line}${dots.join("")}</svg>`);
}

const digits = (value: number): string => String(Number(value.toPrecision(7)));
