import { NONE } from "../../brief/brief.ts";
import { citation } from "../../sweep/citation.ts";
import { duration } from "../../telling/durations.ts";
import { plain } from "../../telling/numbers.ts";
import { repeatSection, reportOf } from "../../telling/page/frame.ts";
import { type Html, html, NONE as EMPTY } from "../../telling/page/html.ts";
import { type Decision } from "../decision.ts";
import { type CompareJob } from "../job.ts";
import { caveats } from "./caveats.ts";
import { downsideDrawing, worthDrawing } from "./charts.ts";
import { depends, figure, ledger, reach } from "./figures.ts";
import { header, ruleOf } from "./opening.ts";
import { rests } from "./rests.ts";
import { COMPARE_STYLE } from "./style.ts";
import { betweenRows, decisionRows, interactionRows, lineRows, longerRows, measureRows, pairTables } from "./tables.ts";

type Arm = Decision["arms"][number];

/**
 * The report of a comparison as one HTML page that opens from disk and loads nothing from the network. It holds no time
 * of day: the same decision gives the same bytes, in whatever `document` its charts are drawn. `npv` has each arm's
 * value in every world.
 */
export function comparePage(
  decision: Decision,
  job: CompareJob,
  npv: readonly Float64Array[],
  document: Document,
): string {
  const { title, advice, arms } = decision;
  const favourite = arms.find(({ name }) => name === (advice.choose === NONE ? advice.next : advice.choose))!;
  const main = html`<section aria-labelledby="decision">
      <h2 id="decision">The decision</h2>
      ${decisionRows(decision)}${interactionRows(decision)}
      ${figure("What each program is worth", worthDrawing(decision, document), "The dot is the mean over all worlds, and the line through it is its 95 % interval; the pale bar holds nine worlds in ten. Look for pale bars that reach below 0: those programs can lose money.")}
      ${ruleOf(decision, job)}
    </section>
    ${moneySection(decision, favourite, document)}
    <section aria-labelledby="risk">
      <h2 id="risk">How bad it can get</h2>
      ${figure("Single worlds", downsideDrawing(decision, npv, document), "Each bar counts the worlds in which a program has a value in that range; worlds below 0 have another colour. Look at how far to the left the bars reach.")}
      ${pairTables(decision, favourite.name)}
    </section>
    <section aria-labelledby="depends">
      <h2 id="depends">What it depends on</h2>
      ${depends(decision, favourite, document)}
    </section>
    ${longerSection(decision)}
    ${reach(
      inOrder(arms, favourite).filter(({ contacts }) => contacts.mean > 0),
      document,
    )}
    <section aria-labelledby="more">
      <h2 id="more">Other measures</h2>
      ${measureRows(decision)}
    </section>
    <section aria-labelledby="rests">
      <h2 id="rests">What the results rest on</h2>
      ${rests(decision, job, favourite)}
    </section>
    <section aria-labelledby="limits">
      <h2 id="limits">What these numbers do not say</h2>
      <ul>
        ${caveats(decision, job).map((text) => html`<li>${text}</li> `)}
      </ul>
    </section>
    ${repeat(decision, job)}`;
  return reportOf({ title, style: COMPARE_STYLE, skip: "decision", version: job.ovation }, header(decision, job), main);
}

/** The ledger of each program, the favourite first, and all of them side by side. */
const moneySection = (decision: Decision, favourite: Arm, document: Document): Html =>
  html`<section aria-labelledby="money">
    <h2 id="money">Where the money comes from</h2>
    <p>
      Each person counts in one line of the ledger, by what that person does in the same world without the program. The
      lines add up to the value of the program.
    </p>
    ${inOrder(decision.arms, favourite).map((arm, at) => ledger(arm, decision.arms.indexOf(arm), decision, { open: at === 0, document }))}
    ${lineRows(decision)} ${betweenRows(decision, favourite.name)}
  </section>`;

/** The same worlds at twice the horizon; empty where they were not run. */
function longerSection({ longer, horizon, unit, currency }: Decision): Html {
  if (!longer) return EMPTY;
  return html`<section aria-labelledby="longer">
    <h2 id="longer">New customers, or the same ones sooner?</h2>
    <p>
      Some customers who seem new at the horizon would have come a little later anyway. The same worlds, run for twice
      as long, show how many.
    </p>
    ${longerRows(longer, duration(horizon, unit), duration(longer.horizon, unit), currency)}
  </section>`;
}

const repeat = ({ worlds }: Decision, { command, brief, key, ovation }: CompareJob): Html =>
  repeatSection(
    command,
    [
      ["seed", brief.seed],
      ["key", key],
      ["version", `Ovation ${ovation}`],
      ["worlds", plain(worlds, 15)],
    ],
    "The rows behind every number, one for each world and program, are in rows.csv and rows.parquet next to this page.",
    html`<p>${citation(ovation)}</p>`,
  );

const inOrder = (arms: readonly Arm[], first: Arm): Arm[] => [first, ...arms.filter((arm) => arm !== first)];
