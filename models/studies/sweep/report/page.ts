import { caveats, changeOfMind } from "./caveats.ts";
import { type Chart } from "./charts.ts";
import { type Finding, findings } from "./findings.ts";
import { count, plain, range } from "../../telling/numbers.ts";
import { type Html, html, NONE, trusted } from "../../telling/page/html.ts";
import { labels, type Labels } from "./labels.ts";
import { words } from "../../telling/text.ts";
import { arrange, measureNames, measureOf, type Results } from "../results.ts";
import { pairList, repeatSection, reportOf } from "../../telling/page/frame.ts";
import { allPoints, networkTable, parameterTable } from "./tables.ts";

/** A question longer than this goes below the title instead of replacing it. */
const LONGEST_HEADING = 90;

/**
 * The report as one HTML page that opens from disk and loads nothing from the network. It holds no time of day: the
 * same results, rows in any order, and the same charts give the same bytes. All text of the input is escaped; only the
 * charts' SVG is inserted as it is.
 */
export function report(given: Results, charts: readonly Chart[]): string {
  const results = arrange(given);
  const say = labels(results);
  const found = findings(results);
  const [main, ...others] = measureNames(results);
  const of = (measure: string | undefined): Chart[] => charts.filter((chart) => (chart.measure ?? main) === measure);
  const sections = html`${failures(results, say)}
    <section aria-labelledby="findings">
      <h2 id="findings">Findings</h2>
      ${findingList(found.filter(({ measure }) => measure === main))}
    </section>
    <section aria-labelledby="charts">
      <h2 id="charts">Charts</h2>
      ${of(main).map(figure)}
    </section>
    ${
      others.length
        ? html`<section aria-labelledby="also">
            <h2 id="also">Other measures</h2>
            ${others.map(
              (
                measure,
              ) => html`<details${others.length === 1 ? html` open` : NONE}><summary>${about(results, measure)}</summary>
${findingList(found.filter((finding) => finding.measure === measure))}
<div class="gap"></div>
${of(measure).map(figure)}
</details>
`,
            )}
          </section>`
        : NONE
    }
    <section aria-labelledby="settings">
      <h2 id="settings">All settings</h2>
      ${allPoints(results, say)}
    </section>
    <section aria-labelledby="made">
      <h2 id="made">Methods</h2>
      <p>${results.model.about} Source: ${results.model.source}.</p>
      ${parameterTable(results, say)}
      <div class="gap"></div>
      ${networkTable(results)}
    </section>
    <section aria-labelledby="limits">
      <h2 id="limits">What these numbers do not say</h2>
      <ul>
        ${caveats(results).map((text) => html`<li>${text}</li> `)}
      </ul>
      <h3>What would change our mind</h3>
      <p>${changeOfMind(results, say)}</p>
    </section>
    ${repeat(results)}`;
  return reportOf({ title: results.title, skip: "findings", version: results.version }, header(results), sections);
}

const about = (results: Results, measure: string): string =>
  [words(measure), measureOf(results, measure).about].filter(Boolean).join(": ");

function header({ title, question, model, points, rows, networks, replicates, failures }: Results): Html {
  const asTitle = question !== undefined && question.length <= LONGEST_HEADING;
  const heading = asTitle ? question : title;
  const lead = asTitle || question === undefined || question === title ? model.about : question;
  const worlds = points.map(({ id }) =>
    Math.max(0, ...rows.filter(({ point }) => point === id).map(({ n, missing }) => n + missing)),
  );
  const facts: [string, string][] = [
    [points.length === 1 ? "setting" : "settings", plain(points.length)],
    ["worlds per setting", worlds.length ? range(worlds) : plain(replicates)],
    [
      "worlds in all",
      plain(
        worlds.reduce((sum, n) => sum + n, 0),
        15,
      ),
    ],
    [networks.length === 1 ? "network" : "networks", plain(networks.length)],
    ...(failures.length ? [["failed", plain(failures.length)] as [string, string]] : []),
  ];
  return html`<header>
    <p class="over">${asTitle && title !== question ? `${title} · ` : ""}A simulation with the model ${model.name}</p>
    <h1>${heading}</h1>
    <p class="lead">${lead}</p>
    ${pairList("facts", facts)}
  </header>`;
}

const findingList = (found: readonly Finding[]): Html =>
  found.length
    ? html`<ul class="findings">
        ${found.map(
          ({ claim, evidence, ground }) =>
            html`<li>
              <p class="claim">${claim}${evidence ? html` <span class="sure">(${evidence}).</span>` : html`.`}</p>
              ${ground ? html`<p class="ground">${ground}</p>` : NONE}
            </li> `,
        )}
      </ul>`
    : html`<p>No world gave a number, so there are no findings.</p>`;

const figure = ({ title, caption, alt, svg }: Chart): Html => {
  const width = /^<svg[^>]* width="(\d+)/.exec(svg)?.[1] ?? "640";
  return html`<figure>
    <h3>${title}</h3>
    <div class="box" role="region" aria-label="Chart: ${title}" tabindex="0" style="--own:${width}px">
      ${trusted(svg)}
    </div>
    <figcaption>${caption} <span class="hidden">${alt}</span></figcaption>
  </figure> `;
};

const MOST_FAILURES = 20;

function failures({ failures: failed, points }: Results, say: Labels): Html {
  if (!failed.length) return NONE;
  const byId = new Map(points.map((point) => [point.id, point]));
  const shown = failed.slice(0, MOST_FAILURES).map(({ point, world, error }) => {
    const at = byId.get(point);
    return html`<li>World ${plain(world, 15)} at ${at ? say.point(at) : `point ${point}`}: ${error}</li> `;
  });
  const rest =
    failed.length > MOST_FAILURES
      ? html`<li>and ${plain(failed.length - MOST_FAILURES)} more, in the results folder</li>`
      : NONE;
  return html`<section class="warn" aria-labelledby="failed">
    <h2 id="failed">${count(failed.length, "world")} failed</h2>
    <p>
      All numbers below leave out the worlds that failed. If the cause is related to what is measured, the numbers are
      biased.
    </p>
    <ul>
      ${shown}${rest}
    </ul>
  </section>`;
}

function repeat({ command, seed, key, version, replicates, steps, cite, model }: Results): Html {
  const length = steps === "rest" ? "until nothing can change" : count(steps, "step");
  const facts: [string, string][] = [
    ["seed", seed],
    ["key", key],
    ["version", `Ovation ${version}`],
    ["worlds requested", `${plain(replicates, 15)} per setting`],
    ["length of a run", length],
  ];
  return repeatSection(
    command,
    facts,
    "The key identifies the model, its code, the parameters, the networks and the seed together.",
    html`<p>${cite}</p>
      <p>The model ${model.name} is from ${model.source}.</p>`,
  );
}
