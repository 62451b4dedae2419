import { say } from "./output.ts";

/** Ctrl-C once asks to stop cleanly; a second time ends at once. */
export interface Interrupt {
  asked(): boolean;
  release(): void;
}

export function onInterrupt(): Interrupt {
  let asked = false;
  const first = (signal: NodeJS.Signals): void => {
    if (asked) process.exit(130);
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
