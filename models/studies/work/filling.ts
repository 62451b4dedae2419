import { type Failure, type Task } from "./work.ts";

/**
 * A task whose worlds each fill a row of `width` numbers; a world that fails has a row of NaN and a failure with its
 * error.
 */
export function filling(width: number, fill: (out: Float64Array, world: number, point: number) => void): Task {
  return ({ point, from, to }) => {
    const values = new Float64Array((to - from) * width);
    const failures: Failure[] = [];
    for (let world = from; world < to; world++) {
      const out = values.subarray((world - from) * width, (world - from + 1) * width);
      try {
        fill(out, world, point);
      } catch (error) {
        out.fill(NaN);
        failures.push({ world, error: error instanceof Error ? error.message : String(error) });
      }
    }
    return Promise.resolve({ values, failures });
  };
}
