import { command } from "../cli/command.ts";
import { file, flag, folder, text } from "../cli/kinds.ts";
import { json, kept, quiet, seed, threads } from "../cli/options.ts";

export const prove = command({
  name: "prove",
  about: "runs the proof table: known results that the models reproduce",
  arguments: {},
  options: {
    seed: seed("any text; the targets hold for every seed"),
    only: text({ about: "targets whose name or source contains the text" }),
    out: file({ about: "the proof page, one HTML file that opens anywhere" }),
    save: flag("keeps the rows in data/facts/proof.json, from which the notebooks' proof page is made"),
    threads: threads("all cores"),
    results: folder({ about: "a results folder for rows and answer, in which an interrupted job can be resumed" }),
    resume: kept.resume,
    quiet,
    json,
  },
  examples: ["prove --only karate"],
  async act(given) {
    const proof = await import("./prove/targets.ts");
    await proof.prove(given);
  },
});
