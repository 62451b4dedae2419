import { element, ownId } from "../element.ts";
import { type Cause, CAUSES, letter, MEANING } from "./looked.ts";

/** A game whose value is whether the answer has been shown; it sends `input` when that changes. */
export type Guess = HTMLElement & { readonly value: boolean };

/** Which of three worlds has which cause? The reader guesses, and a button reveals the answer. */
export function guessGame(order: readonly Cause[]): Guess {
  let shown = false;
  const choices = order.map((_, at) => {
    const id = ownId("guess");
    const select = element(
      "select",
      { id },
      element("option", { value: "" }, "choose"),
      ...CAUSES.map((cause) => element("option", { value: cause }, `${MEANING[cause]} (${cause})`)),
    );
    const answer = element("span", { class: "answer" });
    return {
      select,
      answer,
      row: element("p", {}, element("label", { for: id }, `World ${letter(at)}`), select, answer),
    };
  });
  const button = element("button", { type: "button" }, "Reveal");
  const told = element("p", { class: "told", "aria-live": "polite" });
  const root = element(
    "section",
    { class: "guess", "aria-label": "Which world is which?" },
    ...choices.map(({ row }) => row),
    button,
    told,
  );

  function reveal(): void {
    let right = 0;
    choices.forEach(({ select, answer }, at) => {
      select.disabled = true;
      const said = select.value === "" ? "" : select.value === order[at] ? "Right: " : "No: ";
      if (select.value === order[at]) right++;
      answer.textContent = `${said}here ${MEANING[order[at]]} (${order[at]}).`;
    });
    const guessed = choices.filter(({ select }) => select.value !== "").length;
    told.textContent =
      guessed === 0 ? "You made no guess." : `Right: ${right} of ${guessed}. Pure luck gets one in three.`;
    button.disabled = true;
    shown = true;
    root.dispatchEvent(new Event("input", { bubbles: true }));
  }
  root.addEventListener("input", (event) => {
    if (event.target !== root) event.stopImmediatePropagation(); // a guess changes nothing before the answer is shown
  });
  button.addEventListener("click", reveal);
  return Object.defineProperty(root, "value", { get: () => shown }) as unknown as Guess;
}
