import { element, ownId } from "../element.ts";
import { type BroughtFile, unpacked } from "./unpacked.ts";

export interface UploadOptions {
  /** What kind of file it is, such as "A file of ties". */
  label: string;
  /** What the file must contain. */
  about: string;
  /** Extensions that are offered first, such as `.csv,.json`; any file may be chosen. */
  accept?: string;
  /**
   * Checks a file before it replaces the earlier one. If this throws, the error is shown next to the field and nothing
   * changes.
   */
  take?(file: BroughtFile, signal: AbortSignal): Promise<void> | void;
  /** Called before the reader's file is removed; the same holds if it throws. */
  leave?(signal: AbortSignal): Promise<void> | void;
}

/**
 * A field for one file. It sends `input` only when `value` has changed. `data-state` is running while a file is being
 * checked.
 */
export type Upload = HTMLElement & { readonly value: BroughtFile | undefined };

/**
 * A field for choosing or dropping a file. Size and compression are checked here, everything else by `take`; the
 * earlier file stays until both accept the new one. A reader can stop a file that takes long. Nothing is sent anywhere.
 */
export function upload({ label, about, accept, take, leave }: UploadOptions): Upload {
  let value: BroughtFile | undefined;
  let busy: AbortController | undefined;
  const { root, input, held, remove, stop, fault } = partsOf(label, about, accept);
  remove.addEventListener("click", () => void change("Removing it", undefined, () => Promise.resolve(undefined)));
  stop.addEventListener("click", () => busy?.abort());

  function show(): void {
    held.textContent = value
      ? `In the page: ${value.name} (${value.bytes.length.toLocaleString("en-US")} bytes)`
      : "No file yet.";
    remove.hidden = !value;
    stop.hidden = true;
    delete root.dataset.state;
  }
  /** Takes the file from `read` if it passes every check; a later change cancels one that is still running. */
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
        ? `${name ?? "That"} was stopped; the page keeps what it had.`
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
  input.addEventListener("input", (event) => event.stopPropagation()); // a chosen file is not accepted yet
  input.addEventListener("change", () => {
    if (input.files?.length === 0) return; // the reader closed the dialog
    choose(input.files);
    input.value = ""; // so that the same file can be chosen again after a correction
  });
  whenDropped(root, choose);
  keepPage();
  show();
  return Object.defineProperty(root, "value", { get: () => value }) as unknown as Upload;
}

/** The elements of the field: the input, the current file, two buttons and the error. */
function partsOf(label: string, about: string, accept: string | undefined) {
  const [own, note, wrong] = [ownId("file"), ownId("about"), ownId("fault")];
  const input = element("input", { id: own, type: "file", accept, "aria-describedby": `${note} ${wrong}` });
  const [remove, stop] = ["Remove file", "Stop"].map((text) =>
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

/** Calls `act` with the files dropped on an element. While files are dragged over it, the element is marked. */
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
/** A file dropped outside the field would replace the page, and all settings would be lost. */
function keepPage(): void {
  if (kept) return;
  kept = true;
  for (const kind of ["dragover", "drop"]) {
    addEventListener(kind, (event) => {
      if ((event as DragEvent).dataTransfer?.types.includes("Files")) event.preventDefault();
    });
  }
}
