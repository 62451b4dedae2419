import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { card, matters, verdict } from "../../notebooks/test-a-program/found.ts";
import { newDocument } from "../../models/studies/telling/document.ts";
import { decided, twoArms as brief } from "../support/decided.ts";

beforeEach(() => void vi.stubGlobal("document", newDocument()));
afterEach(() => void vi.unstubAllGlobals());

const text = (parts: HTMLElement[]): string =>
  parts
    .map((part) => part.textContent)
    .join(" ")
    .replaceAll("\u00a0", " ");

test("the page says why a program that is worth more is not advised, also under regret, and shows the best of those it advises against", async () => {
  const byRegret = brief("{}", "{ by: regret }");
  const none = (await decided(byRegret, 40, (_, world) => [{ npv: -1 }, { npv: world % 10 === 0 ? -50 : 10 }]))
    .decision;
  const why =
    "it would be regretted more if it were the wrong choice: in the worst world in twenty it loses 50 EUR compared with the best choice, and no program 10";
  expect(text(verdict(none))).toContain(`Run no program: safe is worth 4 EUR more than none, but ${why}`);
  expect(text([card(none)])).toContain(`It is worth more than no program, but ${why}.`);
  const safe = (await decided(byRegret, 40, (_, world) => [{ npv: world % 10 === 0 ? -40 : 60 }, { npv: 30 }]))
    .decision;
  expect(text(verdict(safe))).toMatch(
    /bold is worth more on average, by 20 EUR \(95 % interval 10 to 30\), but it would be regretted more if .* it loses 70 EUR compared with the best choice, and safe 30\.$/,
  );
});

test("the page names the ends of a list as settings, and distinguishes too few worlds from no assumptions", async () => {
  const of = ({ boost }: Record<string, unknown>) => [{ npv: Number(boost ?? 1) }, {}];
  const told = async (assumptions: string, worlds: number) =>
    text(matters((await decided(brief(assumptions, "{ by: value }"), worlds, of)).decision));
  expect(await told("{ boost: [2, 4, 6] }", 60)).toMatch(
    /The worth of bold goes from 2 .* to 6 .* EUR from its worst setting, 2, to its best, 6, with all else varying/,
  );
  expect(await told("{ boost: 2..6 }", 60)).toMatch(
    /EUR from its lowest to its highest quarter, with all else varying \(15 worlds at one end and 15 at the other\)\.$/,
  );
  expect(await told("{ boost: 2..6 }", 16)).toContain("Too few worlds lie at the ends of the assumptions");
  expect(await told("{}", 16)).toContain("The brief names no assumptions");
});
