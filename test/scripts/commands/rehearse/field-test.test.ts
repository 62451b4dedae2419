import { expect, test } from "vitest";
import { type Brief } from "../../../../models/studies/brief/brief.ts";
import { readBrief } from "../../../../models/studies/brief/read.ts";
import { type RehearsalRequest, rehearsalStudy } from "../../../../models/studies/rehearsal/study.ts";
import { carry, type CarryOptions } from "../../../../scripts/cli/carry.ts";
import { disk } from "../../../../scripts/disk/sources.ts";
import { tableOf } from "../../../../models/studies/rehearsal/table.ts";

const brief = readBrief(
  `title: A small launch
customers:
  network: block:sizes=15+15+15+15,within=5,between=0.5
horizon: 20
market: { talk: 0.2, advertising: 0 }
arms:
  samples: { program: sampling-program, samples: 1, sampleCost: 2, improvement: 0 }
assumptions: { strong: 0.1..0.3 }
`,
  "small.yaml",
);
type Options = Omit<RehearsalRequest, "brief"> & CarryOptions;

async function rehearsalOf(own: Brief, { arm, outcome, share, worlds, ...options }: Options) {
  const study = await rehearsalStudy({ brief: own, arm, outcome, share, worlds }, "rehearse", disk);
  const { answer, failed } = await carry(study, options);
  return { rehearsed: answer?.json, failed: failed.worlds };
}

const asked = { outcome: "adopted", share: 0.5, worlds: 6, quiet: true } as const;

test("a rehearsal is the same on one thread and on two, and its table fits a terminal", async () => {
  const one = await rehearsalOf(brief, { ...asked, threads: 1 });
  const two = await rehearsalOf(brief, { ...asked, threads: 2 });
  expect(one.failed).toBe(0);
  expect(two.rehearsed).toEqual(one.rehearsed);
  const { methods, people } = one.rehearsed!;
  expect(people).toBe(60);
  expect(new Set(methods.map(({ truth }) => truth)).size).toBe(1); // all methods meet the same worlds
  expect(methods[0].bill).toBe(2 * 30);
  const lines = tableOf(one.rehearsed!).split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});

test("the table holds no control sequence of the brief, and never calls all what is not always", async () => {
  const { rehearsed } = await rehearsalOf(brief, { ...asked, threads: 1, worlds: 2 });
  const { methods } = rehearsed!;
  const table = tableOf({
    ...rehearsed!,
    title: "\u001b[2Ja",
    arm: "\u001b[2Jb",
    currency: "\u001b[2Jc",
    outcome: "value",
    methods: [{ ...methods[0], coverage: 0.999, power: 0.001 }],
  });
  expect(table).not.toContain("\u001b");
  expect(table).toMatch(/ >99\u00a0% +<1\u00a0% /);
});

test("a referral arm is rehearsed too: whoever is treated may take part, and what it pays is billed", async () => {
  const arms: Brief["arms"] = [
    {
      ...brief.arms[0],
      name: "referral",
      program: "referral-program",
      parameters: { inviting: 0.2, tenure: 0, delay: 0 },
    },
  ];
  const market = { ...brief.market, customersAtStart: 0.3 };
  const { rehearsed, failed } = await rehearsalOf({ ...brief, market, arms }, { ...asked, threads: 1 });
  expect(failed).toBe(0);
  const [persons] = rehearsed!.methods;
  expect(persons.truth).toBeGreaterThan(0);
  expect(persons.bill).toBeGreaterThan(0);
  const free = await rehearsalOf(
    { ...brief, market, arms: [{ ...arms[0], parameters: { ...arms[0].parameters, inviting: 0, sides: "none" } }] },
    { ...asked, threads: 1 },
  );
  expect(free.rehearsed!.methods.slice(0, 2).map(({ truth, mean, bill }) => [truth, mean, bill])).toEqual([
    [0, expect.any(Number), 0],
    [0, expect.any(Number), 0],
  ]);
});

test("an arm that the brief does not have is refused with the nearest one", async () => {
  await expect(rehearsalOf(brief, { ...asked, arm: "sample" })).rejects.toThrow("samples");
});

test(
  "what a test has no use for is named, and a share that treats nobody is refused",
  { timeout: 30_000 },
  async () => {
    const picky: Brief = {
      ...brief,
      arms: [{ ...brief.arms[0], parameters: { ...brief.arms[0].parameters, memberShare: 0.1, minimumContacts: 3 } }],
    };
    const { rehearsed } = await rehearsalOf(picky, { ...asked, threads: 1, worlds: 2 });
    expect(rehearsed!.unused).toEqual(["memberShare", "minimumContacts"]);
    expect(tableOf(rehearsed!).replaceAll("\n", " ")).toContain(
      "Everyone who is treated takes part, so memberShare, minimumContacts are not used.",
    );
    const plain = await rehearsalOf(brief, { ...asked, threads: 1, worlds: 2 });
    expect(plain.rehearsed).toEqual({ ...rehearsed, unused: [] }); // they change nothing
    await expect(rehearsalOf(brief, { ...asked, share: 0.001 })).rejects.toThrow(
      "rehearse: --share must treat at least two of the 60 people and leave at least two, got 0.001",
    );
  },
);

test(
  "a design of too few units is left out with the number it has, not tried with another share",
  { timeout: 30_000 },
  async () => {
    const { rehearsed, failed } = await rehearsalOf(brief, { ...asked, threads: 1, worlds: 3, share: 0.05 });
    expect(failed).toBe(0);
    const [persons, , , , communities] = rehearsed!.methods;
    expect([persons.bill, persons.worlds]).toEqual([2 * 3, 3]);
    expect([communities.bill, communities.worlds, communities.lost]).toEqual([NaN, 0, 3]);
    expect(tableOf(rehearsed!).replaceAll("\n", " ")).toMatch(
      /communities: at least two must be treated and two left untreated; with [3-6] of them, treating 5 % does not do that\./,
    );
  },
);
