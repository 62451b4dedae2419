import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { generate } from "../../models/networks/specification.ts";
import { svgText } from "../../notebooks/views/download.ts";
import { ringsView } from "../../notebooks/views/rings.ts";
import "../../notebooks/views/views.css";
import { drawn, eachAfresh } from "../support/in-page.ts";
import { club, rings } from "../support/rings-shown.ts";

eachAfresh();

test("rings say how many stand at each distance, with their values, and follow the player", async () => {
  const half = Uint8Array.from(club.nodes, (i) => i % 2);
  const view = await rings({
    degrees: 2,
    columns: { reached: { frames: [new Uint8Array(34), half], labels: { 0: "no", 1: "yes" } } },
  });
  expect(view.querySelector(".now")!.textContent).toBe(
    `${club.keys.key(0)} in the middle. 1 tie away: 16 (no: 16, yes: 0); 2 ties away: 9 (no: 9, yes: 0); farther: 8, not drawn.`,
  );
  view.player!.value = 1;
  const yes = view.rings.rings[1].filter((i) => half[i] === 1).length;
  expect(view.querySelector(".now")!.textContent).toContain(`1 tie away: 16 (no: ${16 - yes}, yes: ${yes})`);
  expect(
    [...view.querySelectorAll("circle.person")].filter(
      (dot) => getComputedStyle(dot).fill === "rgb(0, 114, 178)" || dot.getAttribute("fill") === "#0072b2",
    ),
  ).toHaveLength(view.rings.rings.flat().filter((i) => half[i] === 1).length);
  expect(svgText(view.svg)).toContain("<circle");
});

test("a click, the arrow keys, the field and the list each put somebody else in the middle, told once", async () => {
  const view = await rings();
  const seen: string[] = [];
  view.addEventListener("input", () => seen.push(view.value));
  const second = view.rings.rings[1][3];
  const dot = view.querySelectorAll("circle.person")[4];
  await userEvent.click(dot);
  expect(seen).toEqual([club.keys.key(second)]);
  view.svg.focus();
  await userEvent.keyboard("{ArrowUp}{ArrowRight}");
  const marked = view.querySelector(".marked")!.textContent;
  expect(marked).toMatch(/1 tie away\. Enter or a click puts them in the middle$/);
  await userEvent.keyboard("{Enter}");
  expect(marked.startsWith(`${seen[1]},`)).toBe(true);
  const field = view.querySelector<HTMLInputElement>('input[type="text"]')!;
  await userEvent.fill(field, club.keys.key(33));
  await userEvent.keyboard("{Enter}");
  expect(seen[2]).toBe(club.keys.key(33));
  await userEvent.click(view.querySelector<HTMLElement>("summary")!);
  await drawn(view, ".people button");
  const listed = view.querySelector<HTMLButtonElement>(".people button")!;
  await userEvent.click(listed);
  expect([seen.length, seen[3]]).toEqual([4, listed.textContent]);
  expect(document.activeElement).toBe(view.querySelector("summary"));
  view.value = club.keys.key(0);
  expect([seen.length, field.value]).toEqual([4, club.keys.key(0)]);
});

test("a wrong key is told with the nearest right one, and nothing moves", async () => {
  const people = generate("les-miserables", 1);
  const view = await rings({ network: people, centre: "Valjean" });
  const field = view.querySelector<HTMLInputElement>('input[type="text"]')!;
  await userEvent.fill(field, "Cosete");
  await userEvent.keyboard("{Enter}");
  expect(view.querySelector(".fault")!.textContent).toBe("Cosete is nobody in this network; did you mean Cosette?");
  expect([view.value, field.getAttribute("aria-invalid")]).toEqual(["Valjean", "true"]);
  expect(() => (view.value = "Cosete")).toThrow(
    "rings: value must be a node's key: Cosete is nobody in this network; did you mean Cosette?",
  );
  expect(() =>
    ringsView({ network: people, centre: "x", degrees: 0, positions: new Float32Array(2), caption: "" }),
  ).toThrow(
    "rings: centre must be a node's key: x is nobody in this network\nrings: degrees must be a whole number from 1 to 6, got 0\nrings: positions must be 154 numbers, got 2",
  );
});

test("a ring of very many is drawn as dots without ties, and says so", async () => {
  const view = await rings({ network: generate("star:nodes=1001", 1), centre: "0" });
  expect(view.querySelectorAll("circle.person")).toHaveLength(1);
  expect(view.querySelector("path.ties")!.getAttribute("d")).toBe("");
  expect(view.querySelector("path.crowd")!.getAttribute("d")!.match(/M/g)).toHaveLength(1000);
  expect(view.querySelector(".now")!.textContent).toContain(
    "A ring of more than 400 people is drawn as dots without ties.",
  );
});
