import { command } from "../cli/command.ts";
import { folder } from "../cli/kinds.ts";
import { json } from "../cli/options.ts";
import { answer, answerJson } from "../cli/output.ts";
import { shellWords } from "../cli/shell.ts";

export const init = command({
  name: "init",
  about: "begins a study in a new folder: a model, an experiment, a brief, customers, a notebook and a test",
  arguments: { folder: folder({ about: "a folder that is new or empty; the study is named after it" }) },
  options: { json },
  examples: ["init my-study"],
  async act({ folder: wanted, json: machine }) {
    const { newStudy } = await import("../disk/new-study.ts");
    const study = newStudy(wanted);
    if (machine) answerJson(study);
    else {
      const files = study.files.map((file) => `${wanted}/${file}`).join("\n");
      answer(`${files}\n\nNext:\n\n  cd ${shellWords([wanted])}\n  npm install\n  npm start`);
    }
  },
});
