import { parseHTML } from "linkedom";

/** A document in which charts are drawn outside a browser. */
export const newDocument = (): Document => parseHTML("<!doctype html><body></body>").document;
