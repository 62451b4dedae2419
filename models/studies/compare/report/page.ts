import { NONE } from "../../brief/brief.ts";
import { citation } from "../../sweep/citation.ts";
import { count, fixed, plain } from "../../telling/numbers.ts";
import { words, named } from "../../telling/text.ts";
import { type Html, html, NONE as EMPTY, trusted } from "../../telling/page/html.ts";
import { STYLE } from "../../telling/page/style.ts";
import { type Decision } from "../decision.ts";
import { headline } from "../headline.ts";
import { type CompareJob } from "../job.ts";
import { nobodyText } from "../nobody.ts";
import { type End, endsDiffer } from "../sensitivity.ts";
import { duration } from "../../telling/durations.ts";
import { between, money } from "../../telling/money.ts";
import { percent } from "../../telling/shares.ts";
import { acrossText, caveats, changeOfMind, nothingTold } from "./caveats.ts";
import { downsideDrawing, type Drawing, ledgerDrawing, reachDrawing, tornadoDrawing, worthDrawing } from "./charts.ts";
import { linesOf } from "./chart-rows.ts";
import { COMPARE_STYLE } from "./style.ts";
import { assumptionRows, marketRows, otherRows, programRows } from "./ground.ts";
import { betweenRows, decisionRows, lineRows, longerRows, measureRows, pairTables } from "./tables.ts";

/** Nothing may be fetched or run: the page is markup, one style sheet and drawings. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

type Arm = Decision["arms"][number];

/**
 * The report of a comparison as one HTML page that opens from disk and asks no host for anything. It holds no
 * time of day: the same decision gives the same bytes, in whatever `document` its charts are drawn. `npv` has
 * each arm's worth in every world.
 */
export function comparePage(
  decision: Decision,
  job: CompareJob,
  npv: readonly Float64Array[],
  document: Document,
): string {
  const { title, advice, longer, arms } = decision;
  const favourite = arms.find(({ name }) => name === (advice.choose === NONE ? advice.next : advice.choose))!;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          ${trusted(STYLE + COMPARE_STYLE)}
        </style>
      </head>
      <body>
        <a class="skip" href="#decision">To the decision</a>
        <div class="page">
          ${header(decision, job)}
          <main>
            <section aria-labelledby="decision">
              <h2 id="decision">The decision</h2>
              ${decisionRows(decision)}
              ${figure("What each program is worth", worthDrawing(decision, document), "The dot is the mean over all worlds and the line through it its 95 % interval; the pale bar holds nine worlds in ten. Look for pale bars that reach below 0: there a program can lose.")}
              ${ruleOf(decision, job)}
            </section>
            <section aria-labelledby="money">
              <h2 id="money">Where the money comes from</h2>
              <p>
                Every person falls in one line, by what the same person does in the same world without the program. All
                lines add up to what the program is worth.
              </p>
              ${inOrder(arms, favourite).map((arm, at) => ledger(arm, arms.indexOf(arm), decision, { open: at === 0, document }))}
              ${lineRows(decision)} ${betweenRows(decision, favourite.name)}
            </section>
            <section aria-labelledby="risk">
              <h2 id="risk">How bad it can get</h2>
              ${figure("Single worlds", downsideDrawing(decision, npv, document), "Each bar counts the worlds in which a program was worth so much; worlds below 0 have another colour. Look for how far to the left the bars go.")}
              ${pairTables(decision, favourite.name)}
            </section>
            <section aria-labelledby="depends">
              <h2 id="depends">What it depends on</h2>
              ${depends(decision, favourite, document)}
            </section>
            ${
              longer
                ? html`<section aria-labelledby="longer">
                    <h2 id="longer">New customers, or the same ones sooner?</h2>
                    <p>
                      Who seems won by the horizon may have come a little later in any case. The same worlds, watched
                      twice as long, tell.
                    </p>
                    ${longerRows(longer, duration(decision.horizon, decision.unit), duration(longer.horizon, decision.unit), decision.currency)}
                  </section>`
                : EMPTY
            }
            ${reach(
              inOrder(arms, favourite).filter(({ contacts }) => contacts.mean > 0),
              document,
            )}
            <section aria-labelledby="more">
              <h2 id="more">Also measured</h2>
              ${measureRows(decision)}
            </section>
            <section aria-labelledby="rests">
              <h2 id="rests">What it rests on</h2>
              ${rests(decision, job, favourite)}
            </section>
            <section aria-labelledby="limits">
              <h2 id="limits">What these numbers do not say</h2>
              <ul>
                ${caveats(decision, job).map((text) => html`<li>${text}</li> `)}
              </ul>
            </section>
            ${repeat(job, decision)}
          </main>
          <footer>Ovation ${job.ovation}. Numbers stand with the digits their intervals support.</footer>
        </div>
      </body>
    </html> `;
  return page.html;
}

function header(decision: Decision, { brief, customers }: CompareJob): Html {
  const { title, question, worlds, arms, unit, horizon, currency, none } = decision;
  const facts: [string, string][] = [
    ["worlds", plain(worlds, 15)],
    ["customers in each", plain(customers.people, 15)],
    ["watched for", duration(horizon, unit)],
    [arms.length === 1 ? "program" : "programs", plain(arms.length)],
    ["assumptions varied", plain(brief.assumptions.length)],
  ];
  return html`<header>
    <p class="over">Programs compared in the same simulated worlds</p>
    <h1>${title}</h1>
    ${question ? html`<p class="lead">${question}</p>` : EMPTY}
    <div class="advice" role="region" aria-label="Advice">
      <p>${headline(decision)}</p>
      <p class="also">
        Without any program the customers are worth ${money(none.equity.mean, none.equity)} ${currency}, and
        ${fixed(none.adopters.mean, 0)} of ${plain(customers.people, 15)} people are or become customers within
        ${duration(horizon, unit)}.
      </p>
      ${decision.nobody.map((one) => html`<p class="warn">${nobodyText(one)}</p>`)}
    </div>
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </header>`;
}

const inOrder = (arms: readonly Arm[], first: Arm): Arm[] => [first, ...arms.filter((arm) => arm !== first)];

/** The rule of the brief in words, and what it rules out. */
function ruleOf({ advice, currency }: Decision, { brief: { decide } }: CompareJob): Html {
  const want =
    decide.by === "regret"
      ? "the smallest loss against the best choice, in the worst world of twenty"
      : "the highest expected net present value";
  const but = [
    ...(decide.profitable === undefined ? [] : [`pays in at least ${percent(decide.profitable)} of worlds`]),
    ...(decide.tail === undefined
      ? []
      : [`is worth at least ${money(decide.tail)} ${currency} in the worst world of twenty`]),
  ];
  const out = advice.choices
    .filter(({ allowed }) => !allowed)
    .map(({ name, because }) => `${named(name)} (${because.join(" and ")})`);
  const best = advice.choices.find(({ name }) => name === advice.choose)!;
  return html`<p>
    The rule of the brief: ${want}${but.length > 0 ? `, of what ${but.join(" and ")}` : ""}.
    ${out.length > 0 ? `It rules out ${out.join(", ")}. ` : ""}${
      advice.choose === NONE ? "No program" : named(advice.choose)
    }
    is the best choice in ${percent(best.best.share)} of worlds. Knowing beforehand which world it will be would be
    worth ${money(best.regret.mean)} ${currency}: no research is worth more.
  </p>`;
}

function ledger(
  arm: Arm,
  at: number,
  { currency }: Decision,
  { open, document }: { open: boolean; document: Document },
): Html {
  const lines = linesOf(arm);
  if (lines.length === 0) return html`<p>${arm.name} neither brings nor costs anything.</p>`;
  const chart = figure(
    arm.name,
    ledgerDrawing(arm, at, currency, document),
    `${arm.about} Look for how much comes from new customers, and how much from people who would have come in any case.`,
  );
  return open
    ? chart
    : html`<details>
        <summary>${arm.name}: ${money(arm.npv.mean, arm.npv)} ${currency}</summary>
        ${chart}
      </details>`;
}

function depends(decision: Decision, arm: Arm, document: Document): Html {
  const { sensitivity, currency } = decision;
  if (!sensitivity || sensitivity.of.length === 0) return html`<p>${nothingTold(decision)}</p>`;
  const [first] = sensitivity.of;
  const turns = changeOfMind(decision);
  const end = ({ npv }: End): string =>
    [money(npv.mean, npv), ...(between(npv) === "" ? [] : [`(${between(npv)})`])].join(" ");
  return html`<p>
      What matters most for ${named(arm.name)} is “${words(first.name)}”: ${acrossText(first)} the worth goes from
      ${end(first.low)} to ${end(first.high)}
      ${currency}${endsDiffer(first) ? "" : ", which these worlds cannot tell from chance"}.
      ${
        turns.length > 0
          ? `The advice turns over with ${turns.join(", or ")}.`
          : "At neither end of any assumption does the advice change."
      }
    </p>
    ${figure(
      `What matters for ${arm.name}`,
      tornadoDrawing(arm, decision, document),
      `Each bar goes from the mean worth in the quarter of worlds where the assumption is lowest (orange) to that where it is highest (blue)${
        sensitivity.of.some(({ by }) => by === "setting")
          ? ", or from the worst setting (orange) to the best (blue) where settings are listed"
          : ""
      }, all else as it may be, told by the week; the dashed line is the mean of all. Look for the widest bar: there research pays.`,
    )}`;
}

function reach(arms: readonly Arm[], document: Document): Html {
  if (arms.length === 0) return EMPTY;
  return html`<section aria-labelledby="reach">
    <h2 id="reach">Whom it reaches</h2>
    <p>
      Members times contacts counts a person once for every member among their contacts, and members themselves. People
      are fewer.
    </p>
    ${arms.map((arm, at) => {
      const chart = figure(
        `Reach of ${arm.name}`,
        reachDrawing(arm, at, document),
        "Grey is the product that is often claimed. Blue is people who could be reached by ties, green people who were told, members left out. Look for the first blue bar against the grey one.",
      );
      return at === 0
        ? chart
        : html`<details>
            <summary>Reach of ${arm.name}</summary>
            ${chart}
          </details>`;
    })}
  </section>`;
}

function rests(decision: Decision, job: CompareJob, arm: Arm): Html {
  const { brief, customers } = job;
  const { converted } = brief;
  const told =
    converted.length === 0
      ? EMPTY
      : html`<p>
          The brief is told by the ${brief.unit}; the market runs by the week, and below everything is told so.
          Converted (durations × 52/12, chances so that they add up, amounts × 12/52):
          ${converted.map(({ path, told: was, weekly }) => `${path} from ${shownTold(was)} to ${shownTold(weekly)}`).join("; ")}.
        </p>`;
  return html`<p>
      ${count(customers.people, "customer")} with ${plain(customers.meanContacts, 3)} contacts each on average:
      <code>${customers.spec}</code>. ${customers.told.map((text) => `${text}.`).join(" ")}
    </p>
    ${told}
    ${
      brief.assumptions.length > 0
        ? html`<h3>Assumed, and varied from world to world</h3>
            <p>The worth is that of ${arm.name}, in ${decision.currency}.</p>
            ${assumptionRows(job, decision.sensitivity?.of ?? null)}
            <div class="gap"></div>`
        : EMPTY
    }
    <h3>Set by the brief</h3>
    ${marketRows(job)}
    <div class="gap"></div>
    ${programRows(job)}
    <div class="gap"></div>
    <details>
      <summary>Everything else, as the models have it</summary>
      ${otherRows(job)}
    </details>
    <p>
      Programs:
      ${[...new Map(decision.arms.map(({ program, source }) => [program, source]))].map(([program, source]) => `${program} (after ${source})`).join("; ")}.
      In every world the ledger's two accounts, one by weeks and one by persons, agree
      ${decision.gap === 0 ? "to the last digit" : `to within ${decision.gap.toExponential(0).replace("-", "−")} of the size of its lines`}.
    </p>`;
}

/** A value or a range, as it was told or by the week. */
function shownTold(value: unknown): string {
  if (typeof value === "number") return plain(value);
  if (Array.isArray(value)) return value.map(shownTold).join("..");
  if (typeof value !== "object" || value === null) return String(value);
  const { from, to } = value as { from?: unknown; to?: unknown };
  return `${shownTold(from)}..${shownTold(to)}`;
}

function figure(title: string, { wide, narrow }: Drawing, caption: string): Html {
  return html`<figure>
    <h3>${title}</h3>
    <div class="wide">${trusted(wide)}</div>
    <div class="narrow">${trusted(narrow)}</div>
    <figcaption>${caption}</figcaption>
  </figure> `;
}

function repeat({ command, brief, key, ovation }: CompareJob, { worlds }: Decision): Html {
  const facts: [string, string][] = [
    ["seed", brief.seed],
    ["key", key],
    ["version", `Ovation ${ovation}`],
    ["worlds", plain(worlds, 15)],
  ];
  return html`<section aria-labelledby="repeat">
      <h2 id="repeat">How to repeat this</h2>
      <p>In the folder of the project, with the same version:</p>
      <div class="box" role="region" aria-label="Command" tabindex="0"><code class="code">${command}</code></div>
      <div class="gap"></div>
      <dl class="pairs">
        ${facts.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd> `,
        )}
      </dl>
      <p>
        The same seed gives the same numbers on any machine and with any number of threads. The rows behind every number
        stand beside this page, one for each world and program, in rows.csv and rows.parquet.
      </p>
    </section>
    <section aria-labelledby="cite">
      <h2 id="cite">How to cite</h2>
      <p>${citation(ovation)}</p>
    </section>`;
}
