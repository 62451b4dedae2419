import { type Model } from "../../models/core/index.ts";
import { aligned } from "../../models/studies/telling/text.ts";
import { command } from "../cli/command.ts";
import { flag, model } from "../cli/kinds.ts";
import { json } from "../cli/options.ts";
import { answer, answerJson } from "../cli/output.ts";

export const models = command({
  name: "models",
  about: "lists the models",
  arguments: {},
  options: { json },
  examples: ["models --json"],
  async act(given) {
    const { catalog } = await import("../../models/catalog.ts");
    if (given.json) {
      answerJson(await Promise.all(catalog.map((one) => entry(one.room, one.model))));
      return;
    }
    answer(aligned([["model", "room", "about"], ...catalog.map((one) => [one.model.name, one.room, one.model.about])]));
  },
});

export const describe = command({
  name: "describe",
  about: "describes a model: parameters, state, random streams, measures and source",
  arguments: { model: model({ about: "a name of the catalogue, or a .ts file that exports a definition" }) },
  options: { odd: flag("writes the model's ODD protocol in Markdown"), json },
  examples: ["describe independent-cascade --odd > independent-cascade.md"],
  async act(given) {
    if (given.odd && given.json) throw new RangeError("describe: give --odd or --json, not both");
    const { loadModel } = await import("../disk/model-source.ts");
    const loaded = await loadModel(given.model);
    if (given.json) answerJson(await entry(loaded.room, loaded.model));
    else if (given.odd) {
      const { definitionText, odd } = await import("../cli/odd.ts");
      answer(odd(loaded.model, loaded.room, definitionText(loaded.file)));
    } else {
      const { describeModel } = await import("../cli/describe-model.ts");
      answer(describeModel(loaded.model, loaded.room));
    }
  },
});

async function entry(room: string, { name, about, source, parameters, measures }: Model): Promise<object> {
  const { jsonSchema } = await import("../../models/core/index.ts");
  const facts = Object.entries(measures).map(
    ([key, measure]) => [key, { about: measure.about, unit: measure.unit }] as const,
  );
  return { name, about, source, room, parameters: jsonSchema(parameters), measures: Object.fromEntries<object>(facts) };
}
