import { command } from "../cli/command.ts";
import { folder } from "../cli/kinds.ts";
import { json, quiet, threads } from "../cli/options.ts";

export const rerun = command({
  name: "rerun",
  about:
    "repeats a saved job of any kind and compares the bytes, or only the numbers if the version or the code has changed",
  arguments: { folder: folder({ about: "a results folder" }) },
  options: { threads: threads(""), quiet, json },
  examples: ["rerun results/first"],
  async act({ folder: saved, ...options }) {
    const again = await import("./rerun/folder.ts");
    await again.rerun(saved, options);
  },
});
