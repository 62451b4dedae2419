import { element } from "../element.ts";

/** A button that switches to type large enough for a projector, and back. */
export function largeType(): HTMLButtonElement {
  const button = element("button", { type: "button", class: "large-type", "aria-pressed": "false" }, "Large type");
  button.addEventListener("click", () => {
    const large = document.documentElement.classList.toggle("projector");
    button.setAttribute("aria-pressed", String(large));
  });
  return button;
}
