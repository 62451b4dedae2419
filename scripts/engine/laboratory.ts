import { wilson } from "../../models/statistics/summary.ts";
import { causes, conditionOf } from "../../models/influence/estimators/conditions.ts";
import { conditions as known, CUSTOMERS, type WorldFindings } from "../../models/influence/estimators/laboratory.ts";
import { outcomeOf } from "../../models/influence/estimators/outcome.ts";
import { onInterrupt } from "../cli/interrupt.ts";
import { allThreads } from "../cli/options.ts";
import { answer, answerJson } from "../cli/output.ts";
import { progress } from "../cli/progress.ts";
import { laboratoryText } from "../../models/studies/degrees/laboratory-table.ts";
import { laboratoryTask, type LaboratoryWork, type Shift } from "../../models/studies/degrees/laboratory-task.ts";
import { readSet } from "../../models/studies/asking/settings.ts";

export interface LaboratoryRequest {
  worlds: number;
  seed: string;
  /** A world of one's own instead of those that are known. */
  set?: readonly string[];
  threads?: number;
  quiet?: boolean;
  json?: boolean;
}

/** Worlds a thread looks at before it reports. */
const SHIFT = 20;

/** `degrees --laboratory`: the estimators in worlds whose causes are known; the same on any number of threads. */
export async function laboratory({
  worlds,
  seed,
  set,
  threads = worlds > SHIFT ? allThreads() : 1,
  quiet = false,
  json,
}: LaboratoryRequest): Promise<void> {
  const conditions = set ? [conditionOf(CUSTOMERS, readSet({ parameters: causes }, set))] : known;
  const shifts = conditions.flatMap((_, condition) =>
    Array.from({ length: Math.ceil(worlds / SHIFT) }, (_, k): Shift => ({
      condition,
      from: k * SHIFT,
      to: Math.min(worlds, (k + 1) * SHIFT),
    })),
  );
  const shown = progress("worlds", quiet);
  const interrupt = onInterrupt();
  shown.wanted(worlds * conditions.length);
  const found = conditions.map((): WorldFindings[] => []);
  const crew = await openCrew({ seed, conditions }, threads);
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < shifts.length && !interrupt.asked()) {
      const shift = shifts[next++];
      const findings = await crew.run(shift);
      findings.forEach((one, k) => (found[shift.condition][shift.from + k] = one));
      shown.add(findings.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: threads }, work));
  } finally {
    shown.stop();
    interrupt.release();
    await crew.close();
  }
  if (interrupt.asked()) process.exitCode = 130;
  const outcomes = conditions.flatMap((condition, c) =>
    found[c].filter(Boolean).length === worlds ? [outcomeOf(condition, found[c], wilson)] : [],
  );
  if (json) answerJson({ seed, outcomes });
  else if (outcomes.length > 0) answer(laboratoryText(outcomes));
}

interface Crew {
  run(shift: Shift): Promise<WorldFindings[]>;
  close(): Promise<void>;
}

async function openCrew(work: LaboratoryWork, threads: number): Promise<Crew> {
  if (threads === 1) {
    const task = laboratoryTask(work);
    const heard = (): Promise<void> => new Promise((resume) => setImmediate(resume)); // Ctrl-C
    return { run: (shift) => heard().then(() => task(shift)), close: () => Promise.resolve() };
  }
  const { Piscina } = await import("piscina");
  const filename = new URL("./laboratory-entry.mjs", import.meta.url).href;
  const piscina = new Piscina({
    filename,
    workerData: work,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: 1,
  });
  return { run: (shift) => piscina.run(shift) as Promise<WorldFindings[]>, close: () => piscina.destroy() };
}
