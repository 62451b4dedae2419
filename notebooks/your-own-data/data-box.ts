import { type BroughtFile, MOST_BYTES } from "../controls/unpacked.ts";
import { upload } from "../controls/upload.ts";
import { element, ownId } from "../element.ts";
import { ACCEPTED } from "../study/brought.ts";
import { type Answer } from "./read.worker.ts";
import { type Asked, type Given, givenOf, type Read, received } from "./reading.ts";

/** A network that a reader has put into the page. */
export type Own = Given & Read;
/** The fields for it; the value is null while there are no ties. */
export type DataBox = HTMLElement & { readonly value: Own | null };

const TIES = {
  label: "A file of ties",
  about:
    "Who is tied to whom: a table with two columns of names (CSV, TSV, text, Excel), a matrix or an adjacency list, or a network of Gephi, yEd, Cytoscape, igraph, networkx, Pajek, UCINET or Graphviz; also zipped. Not Parquet: the command line reads that.",
  accept: ACCEPTED.ties,
};
const PEOPLE = {
  label: "A table of people, if you have one",
  about:
    "CSV, TSV or Excel with a header: a column id, key or name with the names of the first file, and what is known of each person.",
  accept: ACCEPTED.people,
};

interface State {
  ties?: BroughtFile;
  people?: BroughtFile;
  choices: string;
}

/**
 * Where a reader puts a file of ties, one of people, and says how to read them. All three are read together, in a
 * worker, before any of them takes the place of what stood before; people without ties wait for them.
 */
export function dataBox(ReadWorker: new () => Worker): DataBox {
  let state: State = { choices: "" };
  let value: Own | null = null;
  let last: Promise<unknown> = Promise.resolve();

  /** One change after the other, each over what the one before left. */
  function change(part: Partial<State>, signal?: AbortSignal): Promise<void> {
    const mine = last.then(async () => {
      const next = { ...state, ...part };
      signal?.throwIfAborted();
      const given = next.ties && givenOf(next.ties, next.people, next.choices);
      const asked = given ?? (part.people && { people: part.people });
      const read = asked && (await readInWorker(ReadWorker, asked, signal));
      value = given && read ? { ...given, ...read } : null;
      state = next;
      show();
    });
    last = mine.catch(() => undefined);
    return mine;
  }
  const ties = upload({
    ...TIES,
    take: (file, signal) => change({ ties: file }, signal),
    leave: () => change({ ties: undefined }),
  });
  const people = upload({
    ...PEOPLE,
    take: (file, signal) => change({ people: file }, signal),
    leave: () => change({ people: undefined }),
  });
  const status = element("div", { class: "told", "aria-live": "polite" });
  const root = element(
    "section",
    { class: "model-form your-files", "aria-label": "Your files" },
    element(
      "p",
      {},
      `Choose files, or drop them on the fields; at most ${MOST_BYTES / 1e6} MB each. They are read here, in your browser: nothing of them is sent anywhere, and nothing is kept when you close the page.`,
    ),
    element("div", { class: "files" }, ties, people),
    choicesField(
      (choices) => change({ choices }),
      () => root.dispatchEvent(new Event("input", { bubbles: true })),
    ),
    status,
  );
  function show(): void {
    const waits = state.people && !state.ties ? [`${state.people.name} waits for the file of ties.`] : [];
    const sentences = [...waits, ...(value ? value.told : [])];
    const words = value?.told.length ? "Read, with these remarks:" : "Read as it is; nothing had to be repaired.";
    const head = value ? [element("p", {}, words)] : [];
    status.replaceChildren(
      ...head,
      ...(sentences.length > 0 ? [element("ul", {}, ...sentences.map((sentence) => element("li", {}, sentence)))] : []),
    );
  }
  return Object.defineProperty(root, "value", { get: () => value }) as unknown as DataBox;
}

/** How a file is to be read where it does not say so itself, in the words of the command line. */
function choicesField(take: (choices: string) => Promise<void>, done: () => void): HTMLElement {
  const [own, note, wrong] = [ownId("choices"), ownId("about"), ownId("fault")];
  const input = element("input", {
    id: own,
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "none",
    "aria-describedby": `${note} ${wrong}`,
  });
  const fault = element("span", { id: wrong, class: "fault", "aria-live": "polite" });
  input.addEventListener("input", (event) => event.stopPropagation()); // half a word says nothing yet
  input.addEventListener("change", () => {
    take(input.value.trim()).then(
      () => {
        fault.textContent = "";
        done();
      },
      (error: unknown) => (fault.textContent = (error as Error).message),
    );
  });
  const about =
    "directed=true for ties with a direction, reverse=true for lists of who follows or asks whom, source=, target=, weight=, group= for columns, relation= for one of several; joined by &. As after the question mark on the command line.";
  return element(
    "details",
    { class: "more" },
    element("summary", {}, "How the file of ties is read"),
    element(
      "div",
      { class: "field" },
      element("label", { for: own }, element("span", { class: "name" }, "choices")),
      element("span", { class: "controls" }, input),
      element("span", { id: note, class: "about" }, about),
      fault,
    ),
  );
}

/**
 * Reads in a worker of its own; the signal ends it. Rejects with the reader's own words. Undefined where only people
 * are looked at.
 */
function readInWorker(ReadWorker: new () => Worker, asked: Asked, signal?: AbortSignal): Promise<Read | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new ReadWorker();
    const end = (act: () => void): void => {
      worker.terminate();
      act();
    };
    const failed = (message: string): void => end(() => reject(new RangeError(message)));
    signal?.addEventListener("abort", () => end(() => reject(signal.reason as Error)), { once: true });
    worker.addEventListener("error", ({ message }) => failed(message));
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      if (data.kind === "read") end(() => resolve(data.read && received(data.read)));
      else failed(data.message);
    });
    worker.postMessage(asked);
  });
}
