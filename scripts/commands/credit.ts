import { command } from "../cli/command.ts";
import { file, flag, text, whole } from "../cli/kinds.ts";
import { kept, quiet, threads } from "../cli/options.ts";

export const credit = command({
  name: "credit",
  about: "what each member of a program adds: by removal, directly and indirectly, by Shapley value, and by last touch",
  arguments: { brief: file({ endings: [".yaml", ".yml"], about: "the brief, a YAML file" }) },
  options: {
    arm: text({ takes: "name", about: "the arm of the brief (default: the first)" }),
    members: whole({
      takes: "number",
      fallback: 50,
      min: 1,
      max: 100_000,
      about: "at most how many members to remove, one by one, in each world; spread over all scores",
    }),
    worlds: whole({
      takes: "number",
      fallback: 10,
      min: 2,
      about: "worlds; each runs once for every member removed",
    }),
    threads: threads("all cores"),
    ...kept,
    quiet,
    json: flag("one JSON document on standard output, with every member examined"),
  },
  examples: ['credit data/briefs/software-service.yaml --arm "pay for value" --members 10 --worlds 5'],
  async act({ brief, ...options }) {
    const crediting = await import("./credit/members.ts");
    await crediting.credit(brief, options);
  },
});
