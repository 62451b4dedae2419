import { command } from "../cli/command.ts";
import { file, flag, folder, optional } from "../cli/kinds.ts";
import { quiet, threads } from "../cli/options.ts";

export const compare = command({
  name: "compare",
  about:
    "programs against each other and against no program, in the same worlds, from a YAML brief into a results folder",
  arguments: { brief: optional(file({ endings: [".yaml", ".yml"], about: "the brief, a YAML file" })) },
  options: {
    init: file({
      bare: "brief.yaml",
      about: "writes a commented brief that runs, and its schema for editors beside it (default: brief.yaml)",
    }),
    schema: flag("prints the JSON Schema of a brief"),
    threads: threads("all cores"),
    out: folder({ about: "the results folder" }),
    resume: flag("goes on with a comparison that was interrupted, to the same bytes"),
    quiet,
    json: flag("one JSON document on standard output: the decision table"),
  },
  examples: ["compare --init brief.yaml", "compare brief.yaml --out results/brief"],
  async act({ brief, init, schema, ...rest }) {
    const asked = [brief, init, schema].filter((one) => one !== undefined).length;
    if (asked !== 1)
      throw new RangeError(`compare: give one of a brief, --init or --schema, got ${asked === 0 ? "none" : "several"}`);
    if (brief !== undefined) {
      const comparison = await import("./compare/programs.ts");
      await comparison.compare(brief, rest);
      return;
    }
    const { printSchema, writeExample } = await import("./compare/example.ts");
    if (init === undefined) printSchema();
    else writeExample(init);
  },
});
