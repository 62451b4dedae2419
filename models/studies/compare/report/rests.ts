import { count, plain } from "../../telling/numbers.ts";
import { type Html, html, NONE as EMPTY } from "../../telling/page/html.ts";
import { type Decision } from "../decision.ts";
import { type CompareJob } from "../job.ts";
import { assumptionRows, marketRows, otherRows, programRows } from "./ground.ts";

/** What the numbers rest on: customers, assumptions, and what is fixed. */
export function rests(decision: Decision, job: CompareJob, arm: Decision["arms"][number]): Html {
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
