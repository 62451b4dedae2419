import { element, ownId } from "../element.ts";
import { type BroughtFile, unpacked } from "./unpacked.ts";

export interface UploadOptions {
  /** What the file is of, such as "A file of ties". */
  label: string;
  /** What must stand in it. */
  about: string;
  /** Endings that are offered first, such as `.csv,.json`; any file may be chosen. */
  accept?: string;
  /**
   * Looks at a file before it takes the place of the one before; what it throws is told beside the field, and nothing
   * changes.
   */
  take?(file: BroughtFile, signal: AbortSignal): Promise<void> | void;
  /** Hears that the reader has taken the file out; the same holds of what it throws. */
  leave?(signal: AbortSignal): Promise<void> | void;
}

/**
 * A field for one file; it sends `input` when, and only when, `value` has changed. `data-state` is running while a file
 * is looked at.
 */
export type Upload = HTMLElement & { readonly value: BroughtFile | undefined };

/**
 * A field into which a file is chosen or dropped. Size and packing are looked at here, the rest by `take`; until
 * both are content the file before stays. A reader may stop a file that takes long. Nothing is sent anywhere.
 */
export function upload({ label, about, accept, take, leave }: UploadOptions): Upload {
  let value: BroughtFile | undefined;
  let busy: AbortController | undefined;
  const { root, input, held, remove, stop, fault } = partsOf(label, about, accept);
  remove.addEventListener("click", () => void change("Taking it out", undefined, () => Promise.resolve(undefined)));
  stop.addEventListener("click", () => busy?.abort());

  function show(): void {
    held.textContent = value
      ? `In the page: ${value.name} (${value.bytes.length.toLocaleString("en-US")} bytes)`
      : "None is in the page yet.";
    remove.hidden = !value;
    stop.hidden = true;
    delete root.dataset.state;
  }
  /** Puts in what `read` gives, if nobody has anything against it; a later change ends one that is not done. */
  async function change(
    doing: string,
    name: string | undefined,
    read: () => Promise<BroughtFile | undefined>,
  ): Promise<void> {
    busy?.abort();
    const mine = (busy = new AbortController());
    const { signal } = mine;
    held.textContent = name === undefined ? `${doing} …` : `${doing} ${name} …`;
    fault.textContent = "";
    [remove.hidden, stop.hidden] = [true, false];
    root.dataset.state = "running";
    try {
      const file = await read();
      signal.throwIfAborted();
      await (file ? take?.(file, signal) : leave?.(signal));
      signal.throwIfAborted();
      value = file;
    } catch (error) {
      if (busy !== mine) return;
      fault.textContent = signal.aborted
        ? `${name ?? "That"} was stopped; what stood before stays.`
        : (error as Error).message;
    }
    if (busy !== mine) return;
    busy = undefined;
    show();
    if (fault.textContent === "") root.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function choose(files: FileList | null | undefined): void {
    if (files?.length === 1) void change("Reading", files[0].name, () => unpacked(files[0]));
    else fault.textContent = `${label}: must be one file, got ${files?.length ?? 0}`;
  }
  input.addEventListener("input", (event) => event.stopPropagation()); // a file that was chosen is not yet taken
  input.addEventListener("change", () => {
    if (input.files?.length === 0) return; // the reader closed the dialogue
    choose(input.files);
    input.value = ""; // so that the same file may be chosen again once it is mended
  });
  whenDropped(root, choose);
  keepPage();
  show();
  return Object.defineProperty(root, "value", { get: () => value }) as unknown as Upload;
}

/** The field's elements: the input, what it holds, its two buttons and its fault. */
function partsOf(label: string, about: string, accept: string | undefined) {
  const [own, note, wrong] = [ownId("file"), ownId("about"), ownId("fault")];
  const input = element("input", { id: own, type: "file", accept, "aria-describedby": `${note} ${wrong}` });
  const [remove, stop] = ["Take it out", "Stop"].map((text) =>
    element("button", { type: "button", hidden: true }, text),
  );
  const held = element("span", { class: "held", "aria-live": "polite" });
  const fault = element("span", { id: wrong, class: "fault", "aria-live": "assertive" });
  const root = element(
    "div",
    { class: "field upload" },
    element("label", { for: own }, element("span", { class: "name" }, label)),
    element("span", { class: "controls" }, input),
    element("span", { id: note, class: "about" }, about),
    element("span", { class: "holds" }, held, remove, stop),
    fault,
  );
  return { root, input, held, remove, stop, fault };
}

/** Calls `act` with the files dropped on an element, which is marked while files are over it. */
function whenDropped(root: HTMLElement, act: (files: FileList | undefined) => void): void {
  root.addEventListener("dragover", (event) => {
    event.preventDefault();
    root.classList.add("over");
  });
  root.addEventListener("dragleave", () => root.classList.remove("over"));
  root.addEventListener("drop", (event) => {
    event.preventDefault();
    root.classList.remove("over");
    act(event.dataTransfer?.files);
  });
}

let kept = false;
/** A file dropped beside the field would open in place of the page, and all that was set would be gone. */
function keepPage(): void {
  if (kept) return;
  kept = true;
  for (const kind of ["dragover", "drop"]) {
    addEventListener(kind, (event) => {
      if ((event as DragEvent).dataTransfer?.types.includes("Files")) event.preventDefault();
    });
  }
}
