import { type Parameters, type Values } from "../../models/core/index.ts";
import { toAddress } from "../controls/address.ts";
import { element } from "../element.ts";
import { type PageStudy } from "../study/study.ts";

/** A link's part after the number sign. */
export const hashOf = (address: URLSearchParams): string => (address.size > 0 ? `#${address.toString()}` : "#");

/** Milliseconds without a change before the address is written: browsers refuse a hundred changes in half a minute. */
const REST = 250;
let writing: ReturnType<typeof setTimeout>;

/**
 * How to repeat what the page shows: writes the settings that differ from their defaults into the page's address, and
 * shows the seed, the link and the commands that give the same numbers in a terminal.
 */
export function again<P extends Parameters, R, G, C extends string, T extends string>(
  study: PageStudy<P, R, G, C, T>,
  settings: Values<P>,
): HTMLElement {
  const hash = hashOf(toAddress(study, settings));
  clearTimeout(writing);
  writing = setTimeout(() => history.replaceState(null, "", hash), REST);
  const { seed } = settings as { seed?: string };
  const link = element("a", { href: new URL(hash, location.href).href, id: "link" }, "This link");
  const commands = study
    .commands(settings)
    .flatMap(({ about, command }) => [
      element("p", {}, `${about}:`),
      element("pre", { class: "command", tabindex: 0 }, element("code", {}, command)),
    ]);
  const named = seed === undefined ? [] : ["Seed ", element("b", {}, seed), ". "];
  return element(
    "div",
    { class: "again" },
    element("p", {}, ...named, link, " opens the page with these settings. In a terminal, in the project folder:"),
    ...commands,
  );
}
