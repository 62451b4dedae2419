import { expect, test } from "vitest";
import { finish, start } from "../../../models/core/index.ts";
import { generate } from "../../../models/networks/specification.ts";
import { advocateProgram } from "../../../models/programs/advocate-program.ts";
import { market } from "../../../models/market/market.ts";
import { samplingProgram } from "../../../models/programs/sampling-program.ts";
import { withoutLastTenth } from "../../../models/studies/compare/last-tenth.ts";

const town = generate("watts-strogatz:nodes=100,degree=6,rewire=0.2", "1");
const common = { minimumContacts: 0, joining: 1, horizon: 10 } as const;
const membersOf = (
  model: typeof samplingProgram | typeof advocateProgram,
  given: Record<string, unknown>,
): number[] => {
  const run = start(model as typeof samplingProgram, town, { parameters: given, seed: "1", world: 0 });
  finish(run, Infinity);
  return [...town.nodes].filter((i) => run.state.enrolled[i] === 1);
};

test("the smaller program has nine of ten members of the larger one, and nobody else", () => {
  for (const [share, many] of [
    [0.2, 18],
    [0.25, 22],
    [0.05, 4],
  ] as const) {
    const all = membersOf(samplingProgram, { ...common, memberShare: share });
    const fewer = membersOf(
      samplingProgram,
      withoutLastTenth(samplingProgram, town, { ...common, memberShare: share }, all.length)!,
    );
    expect(fewer).toHaveLength(many);
    expect(fewer.filter((i) => !all.includes(i))).toEqual([]);
  }
});

test("places that nobody wanted are not what is left out", () => {
  const shy = { ...common, memberShare: 0.9, joining: 0.2 };
  const all = membersOf(samplingProgram, shy);
  expect(all.length).toBeLessThan(60);
  expect(membersOf(samplingProgram, withoutLastTenth(samplingProgram, town, shy, all.length)!)).toHaveLength(
    all.length - Math.ceil(all.length / 10),
  );
});

test("of given members the last are left out, down to nobody, never up to chosen ones", () => {
  const given = { ...common, members: ["5", "6", "7"] };
  expect(withoutLastTenth(samplingProgram, town, given, 3)).toMatchObject({ members: ["5", "6"] });
  expect(
    membersOf(samplingProgram, withoutLastTenth(samplingProgram, town, { ...common, members: ["5"] }, 1)!),
  ).toEqual([]);
});

test("managed advocates keep a tenth of their places empty, whoever follows whom; other programs have no members", () => {
  const managed = { ...common, memberShare: 0.2, customersAtStart: 0.5, leaving: 0.2 };
  // 37 were members at some time
  expect(withoutLastTenth(advocateProgram, town, managed, 37)).toMatchObject({ memberShare: 0.18 });
  expect(withoutLastTenth(market, town, {}, 5)).toBe(null);
  expect(withoutLastTenth(samplingProgram, town, common, 0)).toBe(null);
});
