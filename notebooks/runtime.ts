import "./no-eval.ts";
import { Runtime } from "@observablehq/runtime";
import { define as defineIn } from "observable:runtime/define.js";
import * as Generators from "observable:runtime/stdlib/generators/index.js";
import { md } from "observable:runtime/stdlib/md.js";
import { Mutable } from "observable:runtime/stdlib/mutable.js";

const main = document.querySelector("main") ?? document.body;

/** The width of the page's text once it is laid out; before that it is 0, and nothing can be drawn. */
async function* width(): AsyncGenerator<number> {
  for await (const wide of Generators.width(main)) if (wide > 0) yield wide;
}

/**
 * The names that a cell can use without importing them. The runtime's own list loads from a public host; this one has
 * the installed libraries, each loaded when a cell first uses it.
 */
const library = {
  width: () => width(),
  dark: () => Generators.dark(),
  Generators: () => Generators,
  Mutable: () => Mutable,
  md: () => md,
  html: () => import("htl").then((htl: { html: unknown }) => htl.html),
  svg: () => import("htl").then((htl: { svg: unknown }) => htl.svg),
  Inputs: () => import("@observablehq/inputs"),
  Plot: () => import("@observablehq/plot"),
};

const page = new Runtime(library).module();

/** Defines one cell of the page; the build writes a call for each. */
export const define = (state: object, definition: object): void => defineIn(page, state, definition);
