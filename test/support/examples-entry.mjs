import { format } from "node:util";
import { register } from "tsx/esm/api";

// Loads each module that is named, as a reader's own, and prints what each of them printed.
register();
const { follow } = await import(new URL("../../scripts/disk/own-modules.mjs", import.meta.url).href);
follow();
const print = console.log;
const all = [];
for (const file of process.argv.slice(2)) {
  const said = [];
  console.log = (...values) => said.push(format(...values));
  await import(file).catch((error) => said.push(String(error)));
  all.push(said);
}
print(JSON.stringify(all));
