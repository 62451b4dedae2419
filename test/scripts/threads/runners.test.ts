import { expect, test } from "vitest";
import { loop } from "../../../models/studies/work/loop.ts";
import { here, type Runner } from "../../../models/studies/work/runner.ts";
import { threads } from "../../../scripts/threads/threads.ts";
import { farMachines } from "../../support/far-machines.ts";
import { smallStudies, written } from "../../support/small-studies.ts";

/** All that the study writes where this runner carries it out. */
async function carried(kind: string, runner: Runner): Promise<Record<string, string>> {
  const study = await smallStudies[kind]();
  const crew = await runner.open(study.work);
  const table = study.table();
  try {
    const { worlds } = await loop(crew, table, (held) => study.plan(held), { stopped: () => false });
    return await written(study, table, worlds);
  } finally {
    await crew.close();
  }
}

test.for(["sweep", "choose", "degrees", "sampled", "rehearse", "laboratory"])(
  "%s is the same in this process, on two and three threads, and on machines that share nothing, one of which dies",
  { timeout: 300_000 },
  async (kind) => {
    const whole = await carried(kind, here);
    expect(Object.keys(whole).length).toBeGreaterThan(2);
    expect(await carried(kind, threads(2))).toEqual(whole);
    expect(await carried(kind, threads(3))).toEqual(whole);
    const deaths = { count: 0 };
    expect(await carried(kind, farMachines(2, deaths))).toEqual(whole);
    expect(deaths.count).toBe(1);
  },
);
