import { command } from "../cli/command.ts";
import { file, flag, text } from "../cli/kinds.ts";
import { json, quiet, seed } from "../cli/options.ts";

export const prove = command({
  name: "prove",
  about: "runs the proof table: what the models reproduce of what is known",
  arguments: {},
  options: {
    seed: seed("any text; the targets hold for every seed"),
    only: text({ about: "targets whose name or source contains the text" }),
    out: file({ about: "the proof page, one HTML file that opens anywhere" }),
    save: flag("keeps the rows in data/facts/proof.json, from where the notebooks' proof page is made"),
    quiet,
    json,
  },
  examples: ["prove --only karate"],
  async act(given) {
    const proof = await import("../engine/prove.ts");
    await proof.prove(given);
  },
});
