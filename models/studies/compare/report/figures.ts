import { between, money } from "../../telling/money.ts";
import { type Html, html, NONE as EMPTY, trusted } from "../../telling/page/html.ts";
import { named, words } from "../../telling/text.ts";
import { type Decision } from "../decision.ts";
import { type End, endsDiffer } from "../sensitivity.ts";
import { acrossText, changeOfMind, nothingTold } from "./caveats.ts";
import { linesOf } from "./chart-rows.ts";
import { type Drawing, ledgerDrawing, reachDrawing, tornadoDrawing } from "./charts.ts";

type Arm = Decision["arms"][number];

/** A drawing, wide and narrow, with its title and what to look for. */
export function figure(title: string, { wide, narrow }: Drawing, caption: string): Html {
  return html`<figure>
    <h3>${title}</h3>
    <div class="wide">${trusted(wide)}</div>
    <div class="narrow">${trusted(narrow)}</div>
    <figcaption>${caption}</figcaption>
  </figure> `;
}

/** Where the money of a program comes from; folded unless `open`. */
export function ledger(
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

/** What the advice depends on. */
export function depends(decision: Decision, arm: Arm, document: Document): Html {
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

/** Whom each program reaches, the first one unfolded. */
export function reach(arms: readonly Arm[], document: Document): Html {
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
