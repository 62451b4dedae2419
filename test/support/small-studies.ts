import { readBrief } from "../../models/studies/brief/read.ts";
import { chooseStudy } from "../../models/studies/choosing/study.ts";
import { prepareComparison } from "../../models/studies/compare/prepared.ts";
import { compareStudy } from "../../models/studies/compare/study.ts";
import { creditStudy } from "../../models/studies/credit/study.ts";
import { laboratoryStudy } from "../../models/studies/degrees/laboratory-study.ts";
import { degreesStudy } from "../../models/studies/degrees/study.ts";
import { proofStudy } from "../../models/studies/proof/study.ts";
import { rehearsalStudy } from "../../models/studies/rehearsal/study.ts";
import { sweepStudy } from "../../models/studies/sweep/study.ts";
import { prepare } from "../../models/studies/work/job.ts";
import { type Study } from "../../models/studies/work/study.ts";
import { type Intake } from "../../models/studies/work/table.ts";
import { delimited } from "../../scripts/disk/rows.ts";
import { disk } from "../../scripts/disk/sources.ts";

export const BRIEF = `
title: A small launch
customers: { network: "watts-strogatz:nodes=60,degree=6,rewire=0.2" }
horizon: 12
market: { talk: 0.3, strong: 0.2, advertising: 0.05, leaving: 0.05, rivalAtStart: 0.1 }
arms:
  samples: { program: sampling-program, minimumContacts: 0, memberShare: 0.1, samples: 3, sampleCost: 0.1 }
assumptions: { use: 0.5..1 }
stop: { atLeast: 20, atMost: 24 }
`;
const brief = readBrief(BRIEF, "small.yaml");
const point = (probability: number) => ({
  values: { probability },
  network: "karate",
  parameters: { probability, seedCount: 1 },
});

/** A small job of every kind. */
export const smallStudies: Readonly<Record<string, () => Promise<Study<unknown, Intake>>>> = {
  async sweep() {
    const request = {
      command: "sweep",
      model: "independent-cascade",
      networks: ["karate"],
      axes: [{ name: "probability", values: [0.1, 0.2] }],
      points: [point(0.1), point(0.2)],
      set: {},
      seed: "1",
      replicates: 50,
      until: { measure: "reach", width: 0.6, relative: false, most: 300 },
    };
    return sweepStudy(await prepare(request, disk), disk.worlds);
  },
  compare: async () => compareStudy(await prepareComparison(brief, "compare", disk)),
  credit: () => creditStudy({ brief, members: 3, worlds: 5 }, "credit", disk),
  rehearse: () => rehearsalStudy({ brief, outcome: "adopted", share: 0.5, worlds: 5 }, "rehearse", disk),
  choose: () =>
    chooseStudy(
      {
        ...{ model: "independent-cascade", count: 2, method: "degree,random", network: "karate" },
        ...{ epsilon: 0.1, noise: 0, join: 0.3, rise: 0.5, ties: "chance", seed: "1", replicates: 40, hidden: 0.3 },
      },
      "choose",
      disk,
    ),
  degrees: () =>
    degreesStudy(
      {
        ...{ model: "copying-chain", trait: "has", network: "watts-strogatz:nodes=300,degree=4,rewire=0.3" },
        ...{ distances: 3, permutations: 199, seed: "1" },
      },
      "degrees",
      disk,
    ),
  sampled: () =>
    degreesStudy(
      {
        ...{ trait: "club", value: "president", network: "karate", blocks: "club" },
        ...{ distances: 2, permutations: 99, seed: "1", egos: 20 },
      },
      "degrees",
      disk,
    ),
  laboratory: () => Promise.resolve(laboratoryStudy({ worlds: 2, seed: "1" }, "laboratory", disk)),
  prove: () => Promise.resolve(proofStudy({ seed: "1", only: "karate" }, "prove", disk)),
};

/** All that a study would write of a full table, drawings apart. */
export async function written<T extends Intake>(
  study: Study<unknown, T>,
  table: T,
  worlds: readonly number[],
): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for await (const leaf of study.files(study.answer(table, worlds), table, worlds)) {
    if ("columns" in leaf) texts[leaf.path] = [...delimited(leaf.columns, leaf.length, ",")].join("");
    else if ("text" in leaf) texts[leaf.path] = leaf.text;
  }
  return texts;
}
