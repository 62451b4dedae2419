import { INTERRUPTED } from "./errors.ts";
import { say } from "./output.ts";

/** The first Ctrl-C asks for a clean stop; the second ends the process at once. */
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
    say(`\n${signal === "SIGINT" ? "Ctrl-C" : signal}: finishing the current worlds; press again to end at once`);
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
