import { type ModelWorld } from "./model-world.ts";

/** A request to `degrees`. */
export interface DegreesRequest extends Partial<Omit<ModelWorld, "seed">> {
  /** The default of the model where there is one, else the karate club. */
  network?: string;
  nodes?: string;
  trait: string;
  value?: string;
  threshold?: number;
  blocks?: string;
  distances: number;
  permutations: number;
  egos?: number | "all";
  seed: string;
}
