import { count, plain } from "../../telling/numbers.ts";
import { type Html, html, NONE as EMPTY } from "../../telling/page/html.ts";
import { type Decision } from "../decision.ts";
import { type CompareJob } from "../job.ts";
import { assumptionRows, marketRows, otherRows, programRows } from "./ground.ts";

/** What the results rest on: customers, assumptions and fixed values. */
export function rests(decision: Decision, job: CompareJob, arm: Decision["arms"][number]): Html {
  const { brief, customers } = job;
  const { converted } = brief;
  const conversions =
    converted.length === 0
      ? EMPTY
      : html`<p>
          The brief is stated by the ${brief.unit}. The market runs by the week, and the values below are weekly.
          Converted values (durations × 52/12, probabilities compounded, amounts × 12/52):
          ${converted.map(({ path, told: was, weekly }) => `${path} from ${shownValue(was)} to ${shownValue(weekly)}`).join("; ")}.
        </p>`;
  return html`<p>
      ${count(customers.people, "customer")} with ${plain(customers.meanContacts, 3)} contacts each on average:
      <code>${customers.spec}</code>. ${customers.told.map((text) => `${text}.`).join(" ")}
    </p>
    ${conversions}
    ${
      brief.assumptions.length > 0
        ? html`<h3>Assumptions, varied from world to world</h3>
            <p>Values are those of ${arm.name}, in ${decision.currency}.</p>
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
      <summary>All other parameters, at the defaults of the models</summary>
      ${otherRows(job)}
    </details>
    <p>
      Programs:
      ${[...new Map(decision.arms.map(({ program, source }) => [program, source]))].map(([program, source]) => `${program} (after ${source})`).join("; ")}.
      The ledger keeps two accounts, one by week and one by person. In every world they agree
      ${decision.gap === 0 ? "to the last digit" : `to within ${decision.gap.toExponential(0).replace("-", "−")} of the size of its lines`}.
    </p>`;
}

/** A value or a range, as stated in the brief or by the week. */
function shownValue(value: unknown): string {
  if (typeof value === "number") return plain(value);
  if (Array.isArray(value)) return value.map(shownValue).join("..");
  if (typeof value !== "object" || value === null) return String(value);
  const { from, to } = value as { from?: unknown; to?: unknown };
  return `${shownValue(from)}..${shownValue(to)}`;
}
