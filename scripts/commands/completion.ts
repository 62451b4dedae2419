import { command } from "../cli/command.ts";
import { choice } from "../cli/kinds.ts";
import { answer } from "../cli/output.ts";

export const completion = command({
  name: "completion",
  about: "prints a script that lets a shell complete commands, options, models, parameters and networks",
  arguments: { shell: choice(["bash", "zsh", "fish"], { about: "the shell that the script is for" }) },
  options: {},
  notes:
    'For bash, put eval "$(ovation completion bash)" into ~/.bashrc. For zsh, put\n' +
    "source <(ovation completion zsh) into ~/.zshrc, after compinit. For fish, write the script\n" +
    "to ~/.config/fish/completions/ovation.fish.",
  examples: ["completion bash"],
  async act({ shell }, line) {
    const { completionScript } = await import("../cli/completion/script.ts");
    answer(await completionScript(shell, line));
  },
});
