import { upload } from "../controls/upload.ts";
import { MOST_BYTES } from "../controls/unpacked.ts";
import { element, ownId } from "../element.ts";
import { ACCEPTED, type Brought } from "../study/brought.ts";
import { type PeopleColumn, type Kind, lookedAt } from "./files.ts";

/** The calls made when files or columns change. */
export interface OwnFilesOptions {
  /** A file of that kind was added, or removed. */
  put(kind: Kind, name: string | null): void;
  /** A column was chosen for that, or none. */
  read(as: "worth" | "segment", column: string | null): void;
}
export type OwnFiles = HTMLElement & { readonly brought: Brought };

const ABOUT: Record<Kind, string> = {
  ties: "Who knows whom: a table with one row per tie and two columns of names (CSV, Excel), or a network file (GraphML, GEXF, GML, Pajek, JSON and others).",
  people:
    "One row per customer, with a column id. Customers without ties have no contacts. Without a file of ties there must be as many people as customers.",
};

/** Fields for files of ties and of people. The files stay in the page; faults are shown next to the field. */
export function ownFiles({ put, read }: OwnFilesOptions): OwnFiles {
  const names: Partial<Record<Kind, string>> = {};
  const columns = element("div", { class: "columns" });
  let found: PeopleColumn[] = [];

  function field(kind: Kind): ReturnType<typeof upload> {
    const one = upload({
      label: `A file of ${kind}`,
      about: ABOUT[kind],
      accept: ACCEPTED[kind],
      async take(file) {
        if (Object.entries(names).some(([other, name]) => other !== kind && name === file.name))
          throw new RangeError(`${file.name}: ties and people must have different names, got the same name twice`);
        const seen = await lookedAt(file, kind);
        if (kind === "people") found = seen;
      },
    });
    one.addEventListener("input", () => {
      names[kind] = one.value?.name;
      if (kind === "people")
        columns.replaceChildren(
          ...(one.value
            ? [
                columnChoice(
                  "worth",
                  found.filter(({ numbers }) => numbers),
                  read,
                ),
                columnChoice("segment", found, read),
              ]
            : []),
        );
      put(kind, one.value?.name ?? null);
    });
    return one;
  }
  const fields = [field("ties"), field("people")];
  const root = element(
    "details",
    { class: "own-files" },
    element("summary", {}, "Your own customers"),
    element(
      "p",
      { class: "about" },
      `Choose files or drop them on the fields, at most ${MOST_BYTES / 1e6} MB each. They are read in this page, and nothing leaves your browser.`,
    ),
    element("fieldset", {}, element("legend", {}, "Files"), ...fields, columns),
  );
  const brought = (): Brought =>
    Object.fromEntries(fields.flatMap(({ value }) => (value ? [[value.name, value.bytes]] : [])));
  return Object.defineProperty(root, "brought", { get: brought }) as unknown as OwnFiles;
}

function columnChoice(
  as: "worth" | "segment",
  columns: readonly PeopleColumn[],
  read: OwnFilesOptions["read"],
): HTMLElement {
  const own = ownId(as);
  const none = as === "worth" ? "none: all customers are worth the same on average" : "none: there is one segment";
  const select = element(
    "select",
    { id: own },
    element("option", { value: "" }, none),
    ...columns.map(({ name }) => element("option", { value: name }, name)),
  );
  select.addEventListener("change", () => read(as, select.value || null));
  return element(
    "div",
    { class: "field" },
    element(
      "label",
      { for: own },
      element(
        "span",
        { class: "name" },
        as === "worth" ? "Column with the worth of a customer" : "Column with the segment",
      ),
    ),
    element("span", { class: "controls" }, select),
  );
}
