import { element } from "../element.ts";

/** Lines for writing below the question for the class. */
const LINES = 4;
/** The height of an A4 page between its margins, in pixels, with a little to spare for differences in fonts. */
const ROOM = 960;

/**
 * A button that prints a handout of one page: the question, the findings (elements of class `finding`, unless they are
 * of earlier settings), the first picture of class `on-handout`, things to try, the question for the class with lines
 * for writing, and the link to the page with its settings. It is made on each click and shrunk to fit one page.
 */
export function handoutButton(): HTMLButtonElement {
  const button = element("button", { type: "button" }, "Print a handout");
  button.addEventListener("click", () => {
    const sheet = handout();
    document.body.append(sheet);
    sheet.classList.add("measured");
    sheet.style.setProperty("--shrunk", String(Math.min(1, ROOM / sheet.getBoundingClientRect().height)));
    sheet.classList.remove("measured");
    document.documentElement.classList.add("handing-out");
    addEventListener(
      "afterprint",
      () => {
        sheet.remove();
        document.documentElement.classList.remove("handing-out");
      },
      { once: true },
    );
    print();
  });
  return button;
}

function handout(): HTMLElement {
  const main = document.querySelector("main") ?? document.body;
  const title = main.querySelector("h1");
  const intro = title?.parentElement?.querySelector("p");
  const findings = main.querySelector(".worlds.earlier") ? [] : [...main.querySelectorAll(".finding")].map(still);
  const picture = main.querySelector(".on-handout :is(svg[role=img], canvas), svg.on-handout");
  return element(
    "section",
    { class: "handout" },
    ...[title, intro].filter((part) => part instanceof Element).map(still),
    element("div", { class: "findings" }, ...findings),
    ...(picture ? [element("div", { class: "picture" }, still(picture))] : []),
    ...sectionOf(main, "Things to try"),
    ...sectionOf(main, "A question for the class"),
    ...Array.from({ length: LINES }, () => element("div", { class: "line" })),
    element(
      "p",
      { class: "source" },
      `Ovation: ${document.title}. The page with these settings: ${document.querySelector<HTMLAnchorElement>("#link")?.href ?? location.href}`,
    ),
  );
}

/** A copy that no longer changes; a canvas becomes an image. */
function still(original: Element): Element {
  if (original instanceof HTMLCanvasElement)
    return element("img", { src: original.toDataURL("image/png"), alt: original.getAttribute("aria-label") ?? "" });
  const copy = original.cloneNode(true) as Element;
  for (const part of [copy, ...copy.querySelectorAll("[id]")]) part.removeAttribute("id");
  return copy;
}

/** The heading with that text and everything up to the next heading. */
function sectionOf(main: Element, text: string): Element[] {
  const heading = [...main.querySelectorAll("h2")].find(({ textContent }) => textContent.trim() === text);
  const parts: Element[] = [];
  for (
    let at: Element | null = heading ?? null;
    at && (at === heading || at.localName !== "h2");
    at = at.nextElementSibling
  )
    parts.push(still(at));
  return parts;
}
