import { guarded } from "./cli/errors.ts";
import { follow } from "./cli/program.ts";
import { line } from "./commands/line.ts";

process.exitCode = await guarded(() => follow(line, process.argv.slice(2)));
