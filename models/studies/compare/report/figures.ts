import { between, money } from "../../telling/money.ts";
import { type Html, html, NONE as EMPTY, trusted } from "../../telling/page/html.ts";
import { named, words } from "../../telling/text.ts";
import { type Decision } from "../decision.ts";
import { type End, endsDiffer } from "../sensitivity.ts";
import { acrossText, changeOfMind, nothingTold } from "./caveats.ts";
import { linesOf } from "./chart-rows.ts";
import { type Drawing, ledgerDrawing, reachDrawing, tornadoDrawing } from "./charts.ts";

type Arm = Decision["arms"][number];

/** A drawing, wide and narrow, with its title and a caption that says what to look for. */
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
  if (lines.length === 0) return html`<p>${arm.name} neither gains nor costs anything.</p>`;
  const chart = figure(
    arm.name,
    ledgerDrawing(arm, at, currency, document),
    `${arm.about} Look at how much comes from new customers and how much from people who would have become customers anyway.`,
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
      The assumption that matters most for ${named(arm.name)} is “${words(first.name)}”: ${acrossText(first)}, the value
      moves from ${end(first.low)} to ${end(first.high)}
      ${currency}${endsDiffer(first) ? "" : ", a difference that these worlds cannot tell from chance"}.
      ${
        turns.length > 0
          ? `The advice changes where ${turns.join(", or where ")}.`
          : "The advice is the same at both ends of every assumption."
      }
    </p>
    ${figure(
      `What matters for ${arm.name}`,
      tornadoDrawing(arm, decision, document),
      `Each bar goes from the mean value in the quarter of worlds where the assumption is lowest (orange) to the mean value where it is highest (blue)${
        sensitivity.of.some(({ by }) => by === "setting")
          ? ", or from the worst setting (orange) to the best (blue) where settings are listed"
          : ""
      }. All other assumptions vary at the same time; rates are by the week. The dashed line is the mean of all worlds. Look for the widest bar: research pays most there.`,
    )}`;
}

/** Who each program reaches; all but the first are folded. */
export function reach(arms: readonly Arm[], document: Document): Html {
  if (arms.length === 0) return EMPTY;
  return html`<section aria-labelledby="reach">
    <h2 id="reach">Who the program reaches</h2>
    <p>
      Members times contacts counts a person once for each member among their contacts, and counts members too. The
      number of different people is smaller.
    </p>
    ${arms.map((arm, at) => {
      const chart = figure(
        `Reach of ${arm.name}`,
        reachDrawing(arm, at, document),
        "The grey bar is the product that is often claimed as reach. Blue bars count the people whom ties could reach, green bars the people who were told; both leave out members. Compare the first blue bar with the grey one.",
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
