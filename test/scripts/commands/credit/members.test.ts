import { expect, test } from "vitest";
import { readBrief } from "../../../../models/studies/brief/read.ts";
import { type CreditRequest, creditStudy } from "../../../../models/studies/credit/study.ts";
import { carry, type CarryOptions } from "../../../../scripts/cli/carry.ts";
import { disk } from "../../../../scripts/disk/sources.ts";
import { tableOf } from "../../../../models/studies/credit/table.ts";

/** A path of five, members at both ends: talk moves everybody, nobody leaves, no discount, five weeks. */
const path = readBrief(
  `title: A path
customers: { network: "path:nodes=5" }
currency: EUR
horizon: 5
market: { talk: 1, halfLife: 0, strong: 1, weighting: equal, trial: 0, advertising: 0, awareAtStart: 0, quality: 1, rivalTrial: 0, leaving: 0, spread: 0, margin: 1, discount: 0, terminal: none }
arms:
  ends: { program: sampling-program, members: ["0", "4"], samples: 1, use: 1, sampleCost: 0, duty: 0, invited: 0, improvement: 0, clutter: 0 }
  friends: { program: referral-program }
`,
  "path.yaml",
);
type Options = Omit<CreditRequest, "brief"> & CarryOptions;

async function creditOf(brief: CreditRequest["brief"], { arm, members, worlds, ...options }: Options) {
  const study = await creditStudy({ brief, arm, members, worlds }, "credit", disk);
  const { answer, failed } = await carry(study, options);
  return { credited: answer?.json, failed: failed.worlds };
}

const asked = { members: 50, worlds: 2, quiet: true, threads: 1 } as const;

test("at both ends of a path of five a brief gives 6 to each by removal, 10.5 by Shapley, 4 by last touch, and 21 to both", async () => {
  const { credited, failed } = await creditOf(path, asked);
  expect(failed).toBe(0);
  const { groups, sums, members, looked } = credited!;
  expect(members.mean).toBe(2);
  for (const group of [groups[0], groups[2]]) {
    expect(Object.entries(group).map(([name, { mean }]) => [name, mean])).toEqual([
      ["value", 6],
      ["own", 4],
      ["direct", 2],
      ["indirect", 0],
      ["lastTouch", 4],
      ["shapley", 10.5],
    ]);
  }
  expect(groups[1].value.mean).toBe(NaN); // two members stand in the first and in the third fifth
  expect(Object.entries(sums).map(([name, { mean }]) => [name, mean])).toEqual([
    ["value", 12],
    ["lastTouch", 8],
    ["shapley", 21],
    ["program", 21],
    ["nobody", 0],
  ]);
  expect(looked.map(({ world, member }) => [world, member])).toEqual([
    [0, "0"],
    [0, "4"],
    [1, "0"],
    [1, "4"],
  ]);
});

const town = readBrief(
  `title: A town
customers: { network: "watts-strogatz:nodes=120,degree=8,rewire=0.3" }
horizon: 30
market: { talk: 0.2, strong: 0.1, customersAtStart: 0.2, asking: 0.1 }
arms:
  paid: { program: advocate-program, minimumContacts: 0, memberShare: 0.1, joining: 1, pay: 5, scoring: volume, runningCost: 2 }
`,
  "town.yaml",
);

test(
  "parts add up to removal, Shapley to the program less what it costs with nobody in it; two threads give the same",
  { timeout: 60_000 },
  async () => {
    const { credited } = await creditOf(town, { ...asked, members: 6, worlds: 3 });
    const { looked, sums, groups } = credited!;
    expect(looked).toHaveLength(18);
    for (const { value, own, direct, indirect } of looked) expect(own + direct + indirect).toBeCloseTo(value, 6);
    expect(sums.shapley.mean).toBeCloseTo(sums.program.mean - sums.nobody.mean, 6);
    expect(sums.nobody.mean).toBeLessThan(-50); // 30 weeks at 2, discounted
    expect(
      Math.max(
        ...tableOf(credited!)
          .split("\n")
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
    expect(tableOf({ ...credited!, title: "\u001b[2Ja", arm: "\u001b[2Jb", currency: "\u001b[2Jc" })).not.toContain(
      "\u001b",
    );
    expect(groups).toHaveLength(5);
    expect((await creditOf(town, { ...asked, members: 6, worlds: 3, threads: 2 })).credited).toEqual(credited);
  },
);

test("Shapley values of all fifths add up to the program, member by member", { timeout: 30_000 }, async () => {
  const { credited } = await creditOf(
    { ...town, arms: [{ ...town.arms[0], parameters: { ...town.arms[0].parameters, replacing: false } }] },
    { ...asked, members: 1 },
  );
  const { groups, sums, members } = credited!;
  expect([members.low, members.high]).toEqual([12, 12]); // so the fifths have 3, 2, 3, 2 and 2 members
  expect([3, 2, 3, 2, 2].reduce((sum, many, group) => sum + many * groups[group].shapley.mean, 0)).toBeCloseTo(
    sums.program.mean - sums.nobody.mean,
    6,
  );
});

test("a program without members to leave out is refused, and an arm that is not there", async () => {
  await expect(creditOf(path, { ...asked, arm: "friends" })).rejects.toThrow(
    "credit: the arm must be a program whose members can be left out, got referral-program",
  );
  await expect(creditOf(path, { ...asked, arm: "end" })).rejects.toThrow("did you mean ends?");
});
