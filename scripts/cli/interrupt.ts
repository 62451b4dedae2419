import { INTERRUPTED } from "./errors.ts";
import { say } from "./output.ts";

/** Ctrl-C once asks to stop cleanly; a second time ends at once. */
export interface Interrupt {
  asked(): boolean;
  release(): void;
}

/** What a terminal needs to hear after a progress bar that was cut off. */
const SHOW_CURSOR = "\u001b[?25h";

export function onInterrupt(): Interrupt {
  let asked = false;
  const first = (signal: NodeJS.Signals): void => {
    if (asked) {
      if (process.stderr.isTTY) process.stderr.write(SHOW_CURSOR);
      process.exit(INTERRUPTED);
    }
    asked = true;
    say(`\n${signal === "SIGINT" ? "Ctrl-C" : signal}: finishing what is under way; once more ends at once`);
  };
  process.on("SIGINT", first);
  process.on("SIGTERM", first);
  return {
    asked: () => asked,
    release: () => {
      process.off("SIGINT", first);
      process.off("SIGTERM", first);
    },
  };
}
