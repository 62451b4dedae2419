import { element, ownId } from "../element.ts";
import { exact, percent } from "../exact.ts";
import { optionName, type Place, type Turn } from "./queue.ts";

export interface GameOptions {
  /** The worlds whose queues are joined, in order. */
  worlds: readonly number[];
  /** What the reader finds in the queue of a world. */
  placeIn(world: number): Place;
  accuracy: number;
  /** The page on which that queue is shown step by step. */
  linkTo(world: number): string;
}

/** What happened in a queue that the reader has joined; all but the world are options, 1 or 0. */
export interface Played {
  world: number;
  signal: number;
  /** What the reader chose. */
  choice: number;
  /** What Bayes' rule chose. */
  bayes: number;
  truth: number;
}
/** The game; it sends `input` as a round ends. */
export type Game = HTMLElement & { readonly value: readonly Played[] };

/** An option as a shape with its letter: a disc for A, a square for B. */
export const token = (option: number, extra = ""): HTMLElement =>
  element("span", { class: `option ${option === 1 ? "one" : "zero"} ${extra}`.trim() }, optionName(option));

const RULES: { name: string; choiceOf: (round: Played) => number }[] = [
  { name: "you", choiceOf: ({ choice }) => choice },
  { name: "always your own signal", choiceOf: ({ signal }) => signal },
  { name: "Bayes’ rule", choiceOf: ({ bayes }) => bayes },
];

/**
 * The reader joins one queue after the other: sees who chose what, looks at a signal of its own, chooses,
 * and then learns the truth and what that choice did to those behind. Everything can be done by keyboard:
 * the next button has the focus once the one before is gone.
 */
export function game({ worlds, placeIn, accuracy, linkTo }: GameOptions): Game {
  const played: Played[] = [];
  const title = element("h3", { id: ownId("round"), tabindex: -1 });
  const stage = element("div", { class: "stage" });
  const score = element("div", { class: "score" });
  const root = element("section", { class: "game", "aria-labelledby": title.id }, title, stage, score);

  function join(): void {
    const world = worlds[played.length];
    const place = placeIn(world);
    const { earlier, own } = place;
    title.replaceChildren(...titleOf(played.length + 1, worlds.length, earlier.length + 1));
    const look = button("Look at your signal", show);
    const told = element("p", { class: "signal", "aria-live": "polite" });
    const buttons = [1, 0].map((option) => button("Choose ", () => decide(option), token(option)));
    for (const choose of buttons) choose.disabled = true;
    const outcome = element("div", { class: "outcome", "aria-live": "polite" });
    stage.replaceChildren(
      queueLine(earlier, own),
      rulesText(accuracy),
      element("p", { class: "act" }, look),
      told,
      element("p", { class: "act", role: "group", "aria-label": "Your choice" }, ...buttons),
      outcome,
    );

    function show(): void {
      told.append("Your signal says ", token(own.signal, "hollow"), ".");
      look.disabled = true;
      for (const choose of buttons) choose.disabled = false;
      buttons[0].focus();
    }
    function decide(choice: number): void {
      const round = { world, signal: own.signal, choice, bayes: place.bayes, truth: place.truth };
      played.push(round);
      for (const choose of buttons) choose.disabled = true;
      const next = button(played.length < worlds.length ? "Join the next queue" : "Play these queues again", goOn);
      outcome.append(...outcomeOf(round, place), element("p", { class: "act" }, next));
      tell();
      next.focus();
    }
  }
  function goOn(): void {
    if (played.length === worlds.length) played.length = 0;
    join();
    tell();
    title.focus();
  }
  function tell(): void {
    score.replaceChildren(...(played.length > 0 ? [scoreTable(played, linkTo)] : []));
    root.dispatchEvent(new Event("input", { bubbles: true }));
  }
  join();
  return Object.defineProperty(root, "value", { get: () => played }) as unknown as Game;
}

const titleOf = (queue: number, queues: number, place: number): (Node | string)[] => [
  "Queue ",
  exact(queue),
  " of ",
  exact(queues),
  ": you are number ",
  exact(place),
];

const rulesText = (accuracy: number): HTMLElement =>
  element(
    "p",
    {},
    "One of the two is right; before anybody chose, both were equally likely. Each person has a signal that is right in ",
    exact(accuracy, percent),
    " of cases, and nobody sees another's.",
  );

/** Those in front, one after the other, and the reader's own place. */
function queueLine(earlier: readonly Turn[], own: Turn): HTMLElement {
  const heard = ({ news }: Turn): (Node | string)[] =>
    news === undefined ? [] : [element("span", { class: "news" }, "news: ", token(news, "hollow"))];
  const people = earlier.map((turn) =>
    element("li", {}, ...heard(turn), element("span", { class: "who" }, `no. ${turn.turn}`), token(turn.choice)),
  );
  return element(
    "ol",
    { class: "queue", "aria-label": "What those before you chose" },
    ...people,
    element(
      "li",
      { class: "you" },
      ...heard(own),
      element("span", { class: "who" }, "you"),
      element("span", { class: "option open" }, "?"),
    ),
  );
}

function outcomeOf({ choice, bayes, truth }: Played, { earlier, own, following, rightBehind }: Place): Node[] {
  const right = choice === truth;
  const verdict = element(
    "p",
    {},
    element("b", {}, right ? "✓ Right: " : "✗ Wrong: "),
    token(truth),
    " was the right one. ",
  );
  const begun =
    own.cascade === undefined
      ? "No cascade had begun: by Bayes’ rule the choices before you left your own signal a say. "
      : "A cascade had begun: what all could see outweighed any one signal, so Bayes’ rule said the same to everybody. ";
  verdict.append(
    begun,
    "With your signal that rule chose ",
    token(bayes),
    ". The model’s person in your place, number ",
    exact(earlier.length + 1),
    ", chose ",
    token(own.choice),
    ".",
  );
  if (following === 0) return [verdict];
  const [withYou, without] = [rightBehind(choice), rightBehind(own.choice)];
  const behind = element(
    "p",
    {},
    exact(following),
    " people stood behind you and saw your choice; ",
    exact(withYou),
    " of them chose rightly. ",
  );
  if (choice === own.choice)
    behind.append("With the model’s person in your place it is the same, since you chose alike.");
  else
    behind.append(
      "With the model’s person in your place, who chose the other option, ",
      exact(without),
      " of them would have.",
    );
  return [verdict, behind];
}

function scoreTable(played: readonly Played[], linkTo: (world: number) => string): HTMLElement {
  const head = element(
    "tr",
    {},
    ...["queue", "your signal", ...RULES.map(({ name }) => name), "right one"].map((name) =>
      element("th", { scope: "col" }, name),
    ),
  );
  const marked = (option: number, truth: number): HTMLElement =>
    element("td", {}, token(option), option === truth ? " ✓" : " ✗");
  const rows = played.map((round) => {
    const link = element("a", { href: linkTo(round.world) }, "world ", exact(round.world));
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, link),
      element("td", {}, token(round.signal, "hollow")),
      ...RULES.map(({ choiceOf }) => marked(choiceOf(round), round.truth)),
      element("td", {}, token(round.truth)),
    );
  });
  const sums = RULES.map(({ choiceOf }) =>
    element(
      "td",
      {},
      exact(played.filter((round) => choiceOf(round) === round.truth).length),
      " of ",
      exact(played.length),
    ),
  );
  const foot = element(
    "tr",
    {},
    element("th", { scope: "row" }, "right so far"),
    element("td", {}),
    ...sums,
    element("td", {}),
  );
  const caption = element(
    "caption",
    {},
    "Your choices, and those of two rules with the same signals. A link shows that queue step by step.",
  );
  return element(
    "div",
    { class: "box", tabindex: 0, role: "region", "aria-label": "Score" },
    element(
      "table",
      { id: "score" },
      caption,
      element("thead", {}, head),
      element("tbody", {}, ...rows),
      element("tfoot", {}, foot),
    ),
  );
}

function button(text: string, press: () => void, ...more: Node[]): HTMLButtonElement {
  const made = element("button", { type: "button" }, text, ...more);
  made.addEventListener("click", press);
  return made;
}
