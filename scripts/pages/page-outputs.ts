/**
 * Functions that run in the page of a notebook and report what it shows; they can name nothing outside
 * themselves, and no function inside them has a name.
 */

/** The form of a page, as far as it is needed. */
export type PageForm = HTMLElement & { readonly names: readonly string[]; readonly faults: readonly string[] };

interface Savable {
  file: string;
  make(): string | ArrayBuffer;
}
/** A file of the page: text as it is, bytes in base 64. */
export interface PageFile {
  file: string;
  text?: string;
  base64?: string;
}

/** Whether anything is being computed, and how much of it is done. */
export function stateOf(): { running: boolean; done: number; units: number } {
  const boxes = [...document.querySelectorAll<HTMLElement>("[data-state]")];
  const bars = [...document.querySelectorAll<HTMLProgressElement>("[data-state] progress")];
  return {
    running: document.readyState !== "complete" || boxes.some(({ dataset }) => dataset.state === "running"),
    done: bars.reduce((sum, { value }) => sum + value, 0),
    units: bars.reduce((sum, { max }) => sum + max, 0),
  };
}

/** Each finding as text, with the heading above it. */
export function findingsOf(): string[] {
  return [...document.querySelectorAll(".finding")].map((finding) => {
    const before = finding.previousElementSibling;
    const heading = before?.localName === "h2" ? `${before.textContent.trim()}: ` : "";
    return (heading + finding.textContent).replaceAll(/\s+/g, " ").trim();
  });
}

/** Every file that the page can save. */
export function filesOf(): PageFile[] {
  const buttons = [...document.querySelectorAll<HTMLElement & { files?: readonly Savable[] }>(".downloads")];
  return buttons.flatMap(({ files = [] }) =>
    files.map(({ file, make }) => {
      const made = make();
      if (typeof made === "string") return { file, text: made };
      let bytes = "";
      for (const byte of new Uint8Array(made)) bytes += String.fromCharCode(byte);
      return { file, base64: btoa(bytes) };
    }),
  );
}
