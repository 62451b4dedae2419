import { element } from "../element.ts";
import { handoutButton } from "./handout.ts";
import { largeType } from "./large-type.ts";

/** The tools at the top of every page: large type for a projector, a handout, and a link to the other pages. */
export function tools(): HTMLElement {
  return element(
    "nav",
    { class: "tools", "aria-label": "This page" },
    element("a", { href: "./index.html" }, "All questions"),
    largeType(),
    handoutButton(),
  );
}
