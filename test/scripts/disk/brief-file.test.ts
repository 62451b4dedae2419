import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { budgetOf, schedule } from "../../../models/programs/advocacy/schedule.ts";
import { readBrief } from "../../../models/studies/brief/read.ts";
import { ROOT } from "../../support/command.ts";

const LEAST = `
title: A test
customers: { network: "ring:nodes=50,degree=4" }
arms:
  some: { program: sampling-program }
`;
const faultsOf = (text: string): string[] => {
  try {
    readBrief(text, "b.yaml");
  } catch (error) {
    return (error as Error).message.split("\n");
  }
  return [];
};

test("the least that a brief must say is enough, and the rest has its value", () => {
  expect(readBrief(LEAST, "b.yaml")).toMatchObject({
    title: "A test",
    currency: "money",
    unit: "week",
    horizon: 104,
    market: {},
    assumptions: [],
    seed: "1",
    longer: true,
    converted: [],
    arms: [{ name: "some", program: "sampling-program", parameters: {} }],
    decide: { by: "value" },
    stop: { atLeast: 200, atMost: 1000 },
  });
});

test("what has the wrong shape is told all at once, each with its line and the nearest right key", () => {
  const faults = faultsOf(
    "titel: x\ncustomers: { network: karate, folk: a.csv }\narms: {}\nstop: { atLeast: 1 }\ndecide: { by: gut }\nhorizon: 0.5\n",
  );
  expect(faults).toEqual([
    "b.yaml:1: title must be text, got nothing",
    expect.stringContaining("b.yaml:1: titel is not a key here; did you mean title?"),
    expect.stringContaining("b.yaml:2: customers.folk is not a key here;"),
    "b.yaml:3: arms must be at least one program, got {}",
    "b.yaml:4: stop.atLeast must be a whole number of at least 20, got 1",
    'b.yaml:5: decide.by must be value or regret, got "gut"',
    "b.yaml:6: horizon must be a whole number of at least 1, got 0.5",
  ]);
});

test("faults of shape hide no others: all that has its shape is checked at the same time", () => {
  const faults = faultsOf(`titel: x
customers: { network: karate }
market: { marjin: 2, talk: [] , leaving: { from: 1 } }
arms:
  a: { sampels: 3 }
  b: { program: sampling-program, sampels: 3 }
assumptions:
  boost: [2]
  pay: 1..5
  usee: 0..1
stop: { atLeast: 100, atMost: 50, widht: 3 }
`);
  expect(faults.map((fault) => fault.replace(/; (did you mean|know|left out).*/, ""))).toEqual([
    "b.yaml:1: title must be text, got nothing",
    "b.yaml:1: titel is not a key here",
    'b.yaml:3: market.leaving must be a number, text, true, false or a list of customers, got {"from":1}',
    "b.yaml:3: market.marjin is not a parameter of the market",
    "b.yaml:3: market.talk must be a real number from 0 to 1, got []",
    "b.yaml:5: arms.a.program must be text, got nothing",
    "b.yaml:6: arms.b.sampels is not a parameter of sampling-program",
    "b.yaml:8: assumptions.boost must be a list of at least two settings, got [2]",
    "b.yaml:10: assumptions.usee is not a parameter of the market or of a program compared",
    "b.yaml:11: stop.widht is not a key here",
    "b.yaml:11: stop.atLeast must be at most atMost, 50, got 100",
  ]);
  expect(faultsOf("- a list\n")).toEqual([
    expect.stringContaining("b.yaml:1: a brief must be a mapping with title, customers and arms"),
  ]);
  // An unknown program may have any parameter, so that nothing is said of assumptions which it alone may know.
  expect(faultsOf(LEAST.replace("sampling-program", "advocateprogram") + "assumptions: { pay: 1..5 }\n")).toEqual([
    expect.stringContaining("did you mean advocate-program?"),
  ]);
});

test("what does not fit the market, the programs or each other is told all at once, each with its line", () => {
  const faults = faultsOf(`title: x
customers: { network: karate }
market:
  marjin: 2
  quality: 3
  talk: 0.2
arms:
  none: { program: sampling-program }
  a: { program: samplingprogram }
  b: { program: sampling-program, sampels: 3, use: 7, advertising: 0.1, boost: 3 }
assumptions:
  talk: 0.1..0.3
  boost: 1..5
  strong: 0.5..0.1
  use: { from: 0, to: 1, likely: 2 }
  horizon: 10..20
  leavin: 0.1..0.2
  samples: 1.5..3
stop: { atLeast: 100, atMost: 50 }
`);
  const told = [
    "4: market.marjin is not a parameter of the market; did you mean margin?",
    "5: market.quality must be a real number from 0 to 1, got 3",
    "8: none is always compared and must not be an arm of the brief",
    "9: arms.a: samplingprogram is not a program; did you mean sampling-program?",
    "10: arms.b.sampels is not a parameter of sampling-program; did you mean samples?",
    "10: arms.b.use must be a real number from 0 to 1, got 7",
    "10: arms.b.advertising belongs to the market, which all programs share; set it under market",
    "12: assumptions.talk must not stand under market as well, got both",
    "13: assumptions.boost must not be fixed by b as well: what is assumed is the same for all programs",
    "14: assumptions: strong: from must be below to",
    "15: assumptions.use.likely must lie from 0 to 1, got 2",
    "16: assumptions.horizon is decided, not assumed; it stands by itself",
    "17: assumptions.leavin is not a parameter of the market or of a program compared; did you mean leaving?",
    "18: assumptions: samples must be a whole number",
    "19: stop.atLeast must be at most atMost, 50, got 100",
  ];
  told.forEach((text) => expect(faults.join("\n")).toContain(`b.yaml:${text}`));
  expect(new Set(faults.map((fault) => fault.split(":")[1])).size).toBe(told.length - 2);
});

test("what is told by the month is converted to weeks, and what has no calendar is not", () => {
  const brief = readBrief(
    `${LEAST}
unit: month
horizon: 24
market: { leaving: 0.05, margin: 13, discount: 0.1, quality: 0.5 }
assumptions: { trial: 0.01..0.02, duty: 3..6 }
`,
    "b.yaml",
  );
  expect(brief.horizon).toBe(104);
  const { leaving, margin, discount, quality } = brief.market as Record<string, number>;
  expect((1 - leaving) ** (52 / 12)).toBeCloseTo(0.95, 12);
  expect(margin).toBeCloseTo(3, 12); // 13 a month are 3 a week
  expect([discount, quality]).toEqual([0.1, 0.5]);
  expect(brief.assumptions[1].axis).toMatchObject({ name: "duty", from: 13, to: 26, whole: true });
  expect(brief.converted.map(({ path }) => path)).toEqual([
    "market.leaving",
    "market.margin",
    "assumptions.trial",
    "assumptions.duty",
  ]);
});

test("a schedule by the month begins and ends with the nearest cycle of weeks and spends what it did", () => {
  const read = (text: string) =>
    readBrief(
      LEAST.replace("sampling-program", 'advocate-program, schedule: "' + text + '"').replace(
        "arms",
        "unit: month\nhorizon: 24\narms",
      ),
      "b.yaml",
    );
  const { arms, converted } = read("0-12:100+18-24:50");
  expect(arms[0].parameters.schedule).toBe("0-52:23.076923077+80-104:12.5"); // month 18 is week 78, half a cycle before week 80
  expect(budgetOf(schedule.read(arms[0].parameters.schedule as string))).toBeCloseTo(12 * 100 + 6 * 50, 6);
  expect(converted).toEqual([
    { path: "arms.some.schedule", told: "0-12:100+18-24:50", weekly: "0-52:23.076923077+80-104:12.5" },
  ]);
  for (let month = 0; month < 120; month++) {
    const [{ from, to }] = schedule.read(read(`${month}-${month + 1}:7`).arms[0].parameters.schedule as string);
    expect(to - from === 4 || to - from === 8).toBe(true);
  }
  expect(
    readBrief(LEAST.replace("sampling-program", 'advocate-program, schedule: "0-12:100"'), "b.yaml").arms[0].parameters
      .schedule,
  ).toBe("0-12:100");
});

test("a column of segments without segments that differ is refused", () => {
  const text = LEAST.replace("customers: {", "customers: { segment: town,");
  expect(faultsOf(text)).toEqual([
    "b.yaml:3: customers.segment must go with segments under market, which say how the segments differ; got none",
  ]);
  expect(faultsOf(`${text}market: { segments: \"a:0.5/1/1/1/1+b:0.5/2/1/1/1\" }\n`)).toEqual([]);
});

test("the briefs that come with the project are right, and name their schema", () => {
  const folder = join(ROOT, "data/briefs");
  const briefs = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  expect(briefs).toContain("consumer-product.yaml");
  for (const name of briefs)
    expect(readBrief(readFileSync(join(folder, name), "utf8"), name).arms.length, name).toBeGreaterThan(1);
});

test("advocates who are on all the time are compared with campaigns of the same budget only", () => {
  const brief = (endless: string, campaigns: string): string => `
title: A test
customers: { network: "ring:nodes=50,degree=4" }
arms:
  endless: { program: advocate-program, schedule: "${endless}" }
  campaigns: { program: advocate-program, schedule: "${campaigns}" }
  other: { program: advocate-program }
`;
  expect(faultsOf(brief("0-104:100", "0-52:200"))).toEqual([]);
  expect(faultsOf(brief("0-104:100", "0-52:100"))).toEqual([
    "b.yaml:5: arms: arms that are compared must spend the same in all, got 10400 (0-104:100), 5200 (0-52:100)",
  ]);
});
