import { type Model } from "../../core/index.ts";
import { type Reading, type SourceOptions } from "../asking/named-network.ts";
import { type LoadedModel, type ModelReference } from "./model-reference.ts";
import { type Setup } from "./setup.ts";
import { type Work } from "./work.ts";

/** The version, and where a job gets its models and networks: Node opens files, a page has its own. */
export interface Sources {
  version: string;
  /** The model of a name or a path, with the fingerprint of its code. */
  load(name: string): Promise<LoadedModel>;
  /** The definition alone, as a worker needs it. */
  model(reference: ModelReference): Promise<Model>;
  /** Whether there is a file of that path; if so, a name means that file, not a generator. */
  has(path: string): boolean;
  /** A text file. */
  text(path: string): string;
  network(specification: string, options: SourceOptions): Promise<Reading>;
  /** The fingerprint of the code of a model, or of a file by its path in models/, with all its imports. */
  codeOf(part: string): string;
  /** The worlds of a model, for any runner. */
  worlds(setup: Setup): Work<Setup>;
}
