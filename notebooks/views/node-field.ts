import { type Network, nearest } from "../../models/core/index.ts";
import { element, ownId } from "../element.ts";

/** A labelled field for the key of a node. */
export type NodeField = HTMLElement & {
  /** Writes the key of a node that was chosen elsewhere, and takes a fault away. */
  show(i: number): void;
};

/** More names than this would be a list nobody reads, and a page that is slow to open. */
const MOST_OFFERED = 500;

/** What to say where no node has this name, with the nearest that one has; undefined where one has it. */
export function keyFault({ keys, size }: Network, key: string): string | undefined {
  if (keys.find(key) >= 0) return undefined;
  const near = nearest(
    key,
    Array.from({ length: size }, (_, i) => keys.key(i)),
  );
  return `${key === "" ? "An empty name" : key} is nobody in this network${near === undefined ? "" : `; did you mean ${near}?`}`;
}

/**
 * Calls `choose` with the node whose key was typed; another name is told beside the field, with the nearest right one.
 */
export function nodeField({
  network,
  label,
  choose,
}: {
  network: Network;
  label: string;
  choose: (i: number) => void;
}): NodeField {
  const [id, wrong, list] = [ownId("node"), ownId("fault"), ownId("names")];
  const few = network.size <= MOST_OFFERED;
  const input = element("input", {
    id,
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": wrong,
    list: few ? list : undefined,
  });
  const fault = element("span", { id: wrong, class: "fault", "aria-live": "polite" });
  const names = few
    ? [
        element(
          "datalist",
          { id: list },
          ...Array.from(network.nodes, (i) => element("option", { value: network.keys.key(i) })),
        ),
      ]
    : [];
  const root = element("p", { class: "column" }, element("label", { for: id }, `${label} `), input, ...names, fault);
  function tell(text: string | undefined): void {
    fault.textContent = text ?? "";
    if (text === undefined) input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
  }
  input.addEventListener("input", (event) => event.stopPropagation()); // half a name is nobody yet
  input.addEventListener("change", () => {
    const key = input.value.trim();
    const found = keyFault(network, key);
    tell(found);
    if (found === undefined) choose(network.keys.find(key));
  });
  function show(i: number): void {
    input.value = network.keys.key(i);
    tell(undefined);
  }
  return Object.assign(root, { show });
}

/** Names from a file may be of any length; a drawing has room for so much. */
export const shortened = (key: string, most = 14): string => (key.length > most ? `${key.slice(0, most - 1)}…` : key);
