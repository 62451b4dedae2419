import { fromText, type Model, type Parameter, resolve } from "../../core/index.ts";

/**
 * The parameters of `--set`, each read by its kind. Names that the model does not know are kept, so that they are
 * reported together with values out of range.
 */
export function readSet(model: Pick<Model, "parameters">, settings: readonly string[] = []): Record<string, unknown> {
  const faults: string[] = [];
  const values = new Map<string, unknown>();
  const parameters: Record<string, Parameter> = model.parameters;
  for (const setting of settings) {
    const equals = setting.indexOf("=");
    const [name, text] = [setting.slice(0, equals), setting.slice(equals + 1)];
    if (equals < 1) faults.push(`--set must be name=value, got ${setting}`);
    else if (values.has(name)) faults.push(`--set gives ${name} more than once`);
    else values.set(name, Object.hasOwn(parameters, name) ? fromText(parameters[name], text) : text);
  }
  if (faults.length > 0) throw new RangeError(faults.join("\n"));
  return Object.fromEntries(values);
}

/** The network that a model runs on by default. Throws `RangeError` where the settings are invalid. */
export function usualNetwork(model: Model, set: Record<string, unknown>): string {
  return model.defaultNetwork?.(resolve(model.name, model.parameters, set)) ?? "karate";
}
