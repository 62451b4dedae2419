import { NONE } from "../../brief/brief.ts";
import { citation } from "../../sweep/citation.ts";
import { duration } from "../../telling/durations.ts";
import { plain } from "../../telling/numbers.ts";
import { repeatSection, reportOf } from "../../telling/page/frame.ts";
import { html, NONE as EMPTY } from "../../telling/page/html.ts";
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
  const main = html`<section aria-labelledby="decision">
      <h2 id="decision">The decision</h2>
      ${decisionRows(decision)}${interactionRows(decision)}
      ${figure("What each program is worth", worthDrawing(decision, document), "The dot is the mean over all worlds and the line through it its 95 % interval; the pale bar holds nine worlds in ten. Look for pale bars that reach below 0: there a program can lose.")}
      ${ruleOf(decision, job)}
    </section>
    <section aria-labelledby="money">
      <h2 id="money">Where the money comes from</h2>
      <p>
        Every person falls in one line, by what the same person does in the same world without the program. All lines
        add up to what the program is worth.
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
              Who seems won by the horizon may have come a little later in any case. The same worlds, watched twice as
              long, tell.
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
    ${repeatSection(
      job.command,
      [
        ["seed", job.brief.seed],
        ["key", job.key],
        ["version", `Ovation ${job.ovation}`],
        ["worlds", plain(decision.worlds, 15)],
      ],
      "The rows behind every number stand beside this page, one for each world and program, in rows.csv and rows.parquet.",
      html`<p>${citation(job.ovation)}</p>`,
    )}`;
  return reportOf({ title, style: COMPARE_STYLE, skip: "decision", version: job.ovation }, header(decision, job), main);
}

const inOrder = (arms: readonly Arm[], first: Arm): Arm[] => [first, ...arms.filter((arm) => arm !== first)];
