import { type Model } from "../../core/index.ts";
import { type Reading, type SourceOptions } from "../asking/named-network.ts";
import { type LoadedModel, type ModelReference } from "./model-reference.ts";
import { type Setup } from "./setup.ts";
import { type Work } from "./work.ts";

/** Where a job gets its models and networks from, and the version that runs it: Node opens files, a page has its own. */
export interface Sources {
  version: string;
  /** The model of a name or a path, with what its results depend on. */
  load(wanted: string): Promise<LoadedModel>;
  /** The definition alone, as a worker needs it. */
  model(reference: ModelReference): Promise<Model>;
  /** Whether a file of that path is there: then a name is that file, not a generator. */
  has(path: string): boolean;
  /** A text file. */
  text(path: string): string;
  network(specification: string, options: SourceOptions): Promise<Reading>;
  /** The fingerprint of a model's code, or of a file of models/ by its path there, and of all that it imports. */
  codeOf(part: string): string;
  /** The worlds of a model, for any runner. */
  worlds(setup: Setup): Work<Setup>;
}
