/** Ways to choose the points of an experiment; apart from the rest, so that `--help` need not load it. */
export const DESIGNS = ["factorial", "one-at-a-time", "latin-hypercube", "sobol", "crossed"] as const;
export type Design = (typeof DESIGNS)[number];
