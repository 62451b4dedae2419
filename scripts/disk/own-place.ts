import { dirname, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Model } from "../../models/core/index.ts";
import { isOwn } from "./own-modules.mjs";

/**
 * `file:line` of the first frame in a file of the user, relative to the model's folder; undefined if there is none.
 */
export function placeOf(error: unknown, path: string): string | undefined {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  for (const [, file, line] of stack.matchAll(/(?:\(|at |async )((?:file:|\/|[A-Z]:\\)[^()\n]*?):(\d+):\d+\)?$/gm)) {
    const url = file.startsWith("file:") ? file : pathToFileURL(file).href;
    if (isOwn(url)) return `${relative(dirname(path), fileURLToPath(url))}:${line}`;
  }
  return undefined;
}

/** The model whose errors begin with the place in its own files that threw them. */
export function placed(model: Model, path: string): Model {
  const placed =
    <A extends unknown[], R>(act: (...given: A) => R) =>
    (...given: A): R => {
      try {
        return act(...given);
      } catch (error) {
        const place = placeOf(error, path);
        if (error instanceof Error && place !== undefined && !error.message.startsWith(place))
          error.message = `${place}: ${error.message}`;
        throw error;
      }
    };
  const measures = Object.entries(model.measures).map(([name, measure]) => [
    name,
    { ...measure, of: placed((view: Parameters<typeof measure.of>[0]) => measure.of(view)) },
  ]);
  return {
    ...model,
    setup: placed((context: Parameters<Model["setup"]>[0]) => {
      model.setup(context);
    }),
    step: placed((context: Parameters<Model["step"]>[0]) => model.step(context)),
    measures: Object.fromEntries(measures) as Model["measures"],
  };
}
