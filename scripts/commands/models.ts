import { readFileSync } from "node:fs";
import { type Command } from "commander";
import { type Model } from "../../models/core/index.ts";
import { answer, answerJson } from "../cli/output.ts";
import { aligned } from "../../models/studies/telling/text.ts";

export function addModels(program: Command): void {
  program
    .command("models")
    .description("lists the models")
    .option("--json", "one JSON document on standard output")
    .addHelpText("after", "\nExample: ovation models --json")
    .action(async ({ json }: { json?: boolean }) => {
      const { catalog } = await import("../../models/catalog.ts");
      if (json) {
        answerJson(await Promise.all(catalog.map(({ room, model }) => entry(room, model))));
        return;
      }
      answer(
        aligned([["model", "room", "about"], ...catalog.map(({ room, model }) => [model.name, room, model.about])]),
      );
    });
  program
    .command("describe <model>")
    .description("parameters, state, chance, measures and source of a model")
    .option("--odd", "the model's ODD protocol document, in Markdown")
    .option("--json", "one JSON document on standard output")
    .addHelpText("after", "\nExample: ovation describe independent-cascade --odd > independent-cascade.md")
    .action(async (name: string, { odd: wanted, json }: { odd?: boolean; json?: boolean }) => {
      if (wanted && json) throw new RangeError("describe: give --odd or --json, not both");
      const { loadModel } = await import("../disk/model-source.ts");
      const { room, model, file } = await loadModel(name);
      if (json) answerJson(await entry(room, model));
      else if (wanted) {
        const { odd } = await import("../cli/odd.ts");
        answer(odd(model, room, readFileSync(file, "utf8")));
      } else {
        const { describeModel } = await import("../cli/describe-model.ts");
        answer(describeModel(model, room));
      }
    });
}

async function entry(room: string, model: Model): Promise<object> {
  const { jsonSchema } = await import("../../models/core/index.ts");
  const { name, about, source, parameters, measures } = model;
  const told = Object.entries(measures).map(
    ([key, measure]) => [key, { about: measure.about, unit: measure.unit }] as const,
  );
  return { name, about, source, room, parameters: jsonSchema(parameters), measures: Object.fromEntries<object>(told) };
}
