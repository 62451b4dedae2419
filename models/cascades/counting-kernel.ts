import { type Kernel } from "../core/index.ts";
import { inRounds, type RoundsJob } from "./rounds.ts";
import { signedRows } from "./signed-rows.ts";

/**
 * A kernel for rules by which customer i joins once needs[i] in-neighbours have joined. It is event-driven: each
 * customer who joins counts down its contacts. `left` is 0 until a customer is touched, then the number it still
 * needs, and -1 once it has joined.
 */
export function countingKernel(job: RoundsJob, needs: Int32Array): Kernel {
  const { size, out } = job.network;
  const { offsets, targets } = signedRows(out);
  const alone = job.network.nodes.filter((i) => needs[i] === 0);
  const left = new Int32Array(size);
  const queue = new Int32Array(size);
  const touched = new Int32Array(size);
  let marks = 0;
  return inRounds(job, {
    queue,
    unprompted: alone.length > 0,
    open: () => (marks = 0),
    enter(i) {
      left[i] = -1;
      touched[marks++] = i;
    },
    round(from, to, time) {
      let end = to;
      let last = marks;
      if (time === 1) {
        for (const i of alone) {
          if (left[i] < 0) continue;
          left[i] = -1;
          touched[last++] = queue[end++] = i;
        }
      }
      for (let k = from; k < to; k++) {
        const u = queue[k];
        const stop = offsets[u + 1];
        for (let e = offsets[u]; e < stop; e++) {
          const v = targets[e];
          let missing = left[v];
          if (missing < 0) continue;
          if (missing === 0) {
            touched[last++] = v;
            missing = needs[v];
          }
          if (missing > 1) left[v] = missing - 1;
          else {
            left[v] = -1;
            queue[end++] = v;
          }
        }
      }
      marks = last;
      return end;
    },
    clear() {
      for (let k = 0; k < marks; k++) left[touched[k]] = 0;
    },
  });
}
