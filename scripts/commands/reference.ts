import { command } from "../cli/command.ts";
import { file } from "../cli/kinds.ts";
import { answer } from "../cli/output.ts";

export const reference = command({
  name: "reference",
  about: "writes the reference of all commands, one HTML page that opens anywhere",
  arguments: {},
  options: { out: file({ fallback: "results/commands.html", endings: [".html"], about: "the page" }) },
  examples: ["reference --out results/commands.html"],
  async act({ out }, line) {
    const { mkdirSync } = await import("node:fs");
    const { dirname } = await import("node:path");
    const { writeWhole } = await import("../disk/atomic.ts");
    const { commandReference } = await import("../cli/reference.ts");
    mkdirSync(dirname(out), { recursive: true });
    writeWhole(out, await commandReference(line));
    answer(out);
  },
});
