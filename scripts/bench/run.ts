import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "../../models/networks/specification.ts";
import { benchChoosing } from "./choosing.ts";
import { benchDraws } from "./draws.ts";
import { benchGraphology } from "./graphology.ts";
import { benchKernels, kernelMean, SEED } from "./kernels.ts";
import { benchGenerator, benchLoading } from "./making.ts";
import { benchMemory } from "./memory.ts";
import { type Measured } from "./paired.ts";
import { openReference } from "./reference.ts";
import { benchThreads } from "./threads.ts";

const networks = [100_000, 1_000_000].flatMap((nodes) => [
  `barabasi-albert:nodes=${nodes},links=8`,
  `erdos-renyi:nodes=${nodes},degree=16`,
]);

/**
 * All benchmarks, in a few minutes: medians of rounds taken in turn with a reference in the same run.
 * Without a C++ compiler, figures that need one are left out and `say` reports it. `each` gets every row as soon as it
 * is measured.
 */
export async function bench({
  each = () => {},
  say = () => {},
}: { each?: (row: Measured) => void; say?: (text: string) => void } = {}): Promise<Measured[]> {
  const rows: Measured[] = [];
  const add = (more: readonly Measured[]): void => {
    rows.push(...more);
    more.forEach(each);
  };
  const folder = await mkdtemp(join(tmpdir(), "ovation-bench-"));
  const reference = await openReference(folder);
  if (!reference) say("bench: no g++ here, so nothing is held against C++");
  try {
    add(await benchDraws(reference));
    if (reference) {
      for (const specification of networks) {
        const network = generate(specification, SEED);
        if (network.size > 100_000) add([await benchGenerator(specification, reference)]);
        add(await benchKernels(specification, network, reference));
        if (specification.startsWith("barabasi")) add(await benchChoosing(specification, network, reference));
      }
      add([kernelMean(rows)]);
    }
    add(benchMemory());
    add(await benchThreads());
    for (const specification of networks.slice(0, 2)) {
      const network = generate(specification, SEED);
      if (reference) add([await benchLoading(specification, network, folder, reference)]);
      add(benchGraphology(specification, network)); // last, since its graph fills the heap
    }
  } finally {
    reference?.close();
    await rm(folder, { recursive: true, force: true });
  }
  return rows;
}
