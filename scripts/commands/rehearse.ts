import { command } from "../cli/command.ts";
import { choice, file, real, text, whole } from "../cli/kinds.ts";
import { json, kept, quiet, threads } from "../cli/options.ts";

export const rehearse = command({
  name: "rehearse",
  about:
    "rehearses the field test of a program before you pay for it: what it would find, with what power, and the smallest size that suffices",
  arguments: { brief: file({ endings: [".yaml", ".yml"], about: "the brief, a YAML file" }) },
  options: {
    arm: text({ takes: "name", about: "the arm of the brief that is tested (default: the first)" }),
    outcome: choice(["adopted", "value"], {
      takes: "what",
      fallback: "adopted",
      about: "the outcome measured for each person",
    }),
    share: real({
      takes: "share",
      fallback: 0.5,
      min: 0,
      max: 1,
      open: true,
      about: "share of persons, circles or communities that take part",
    }),
    worlds: whole({ takes: "number", fallback: 200, min: 2, about: "worlds to rehearse in" }),
    threads: threads("all cores"),
    ...kept,
    quiet,
    json,
  },
  examples: ['rehearse data/briefs/consumer-product.yaml --arm "many with few samples" --worlds 100'],
  async act({ brief, ...options }) {
    const rehearsal = await import("./rehearse/field-test.ts");
    await rehearsal.rehearse(brief, options);
  },
});
