import { deserialize, serialize } from "node:v8";
import { register } from "tsx/esm/api";

// A machine of its own: it has the project, and hears of a work by name and bytes alone.
register();
let made;
process.on("message", (letter) => {
  void (async () => {
    const { module, setup, block } = JSON.parse(letter);
    if (module) {
      made = import(new URL(`../../${module}`, import.meta.url).href).then(({ task }) =>
        task(deserialize(Buffer.from(setup, "base64"))),
      );
      return;
    }
    const task = await made;
    process.send(JSON.stringify({ block, result: serialize(await task(block)).toString("base64") }));
  })();
});
