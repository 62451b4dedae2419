import { type Model } from "../../core/index.ts";

/** Where a model is defined: a name of the catalogue, or the path of a user's own file. */
export interface ModelReference {
  name: string;
  path?: string;
}
export interface LoadedModel {
  reference: ModelReference;
  model: Model;
  room: string;
  /** The file that defines it. */
  file: string;
  /** Fingerprint of the file that defines the model and of all it imports by relative path. */
  code: string;
}
