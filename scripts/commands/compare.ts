import { command } from "../cli/command.ts";
import { file, flag, folder, optional } from "../cli/kinds.ts";
import { quiet, threads } from "../cli/options.ts";

export const compare = command({
  name: "compare",
  about:
    "compares programs with each other and with no program in the same worlds, from a YAML brief into a results folder",
  arguments: { brief: optional(file({ endings: [".yaml", ".yml"], about: "the brief, a YAML file" })) },
  options: {
    init: file({
      bare: "brief.yaml",
      about: "writes a commented brief that runs, and next to it its schema for editors (default: brief.yaml)",
    }),
    schema: flag("prints the JSON Schema of a brief"),
    threads: threads("all cores"),
    out: folder({ about: "the results folder" }),
    resume: flag("continues an interrupted comparison; the files become the same bytes"),
    quiet,
    json: flag("one JSON document on standard output: the decision table"),
  },
  examples: ["compare --init brief.yaml", "compare brief.yaml --out results/brief"],
  async act({ brief, init, schema, ...rest }) {
    const given = [brief, init, schema].filter((one) => one !== undefined).length;
    if (given !== 1)
      throw new RangeError(`compare: give one of a brief, --init or --schema, got ${given === 0 ? "none" : "several"}`);
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
