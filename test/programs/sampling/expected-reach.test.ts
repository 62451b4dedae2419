import fc from "fast-check";
import { expect, test } from "vitest";
import { generate } from "../../../models/networks/specification.ts";
import { contactReach } from "../../../models/programs/reach.ts";
import { type Circles, mutualReachOf, reachOf } from "../../../models/programs/sampling/expected-reach.ts";
import { meanBand, summary } from "../../support/bands.ts";

const vocalpoint: Circles = { customers: 15e6, members: 6e5, contacts: 25, others: 5 };

test("600,000 members with 25 contacts reach 9.10 million of 15 million, not 15", () => {
  const { claim, reach1, sd1, reach2, reach3 } = reachOf(vocalpoint);
  expect(claim).toBe(15e6);
  expect(reach1).toBeCloseTo(9_102_540.8, 1);
  expect(sd1).toBeCloseTo(1215.6, 1);
  expect(reach2).toBeCloseTo(5_042_577.0, 1);
  expect(reach3).toBeCloseTo(207_419.6, 1);
  // Told with chance .4; members in half of the community; contacts that are mutual.
  expect(reachOf({ ...vocalpoint, telling: 0.4 }).reach1).toBeCloseTo(4_747_392.9, 1);
  expect(reachOf({ ...vocalpoint, community: 0.5 }).reach1).toBeCloseTo(5_966_189.9, 1);
  expect(mutualReachOf(vocalpoint)).toBeCloseTo(8_809_782.8, 1);
});

test("the reach of small circles is that of the table", () => {
  const ten = reachOf({ customers: 10, members: 2, contacts: 3, others: 1 });
  expect(ten.reach1).toBeCloseTo(4.444444, 6);
  expect(ten.sd1).toBeCloseTo(0.7974, 4);
  const thousand = reachOf({ customers: 1000, members: 40, contacts: 25, others: 5 });
  expect(thousand.reach1).toBeCloseTo(611.6547, 4);
  expect(thousand.sd1).toBeCloseTo(9.86, 2);
  expect(thousand.reach2).toBeCloseTo(332.16, 2);
  expect(thousand.reach3).toBeCloseTo(13.13, 2);
});

/** All ways to take `count` of the people below `size` but i. */
function listsOf(i: number, size: number, count: number): number[][] {
  let lists: number[][] = [[]];
  for (let picked = 0; picked < count; picked++) {
    lists = lists.flatMap((list) =>
      [...Array(size).keys()].filter((j) => j !== i && j > (list.at(-1) ?? -1)).map((j) => [...list, j]),
    );
  }
  return lists;
}

test("mean and spread of the people at one hop are those of all lists there are", () => {
  for (const telling of [1, 0.3]) {
    // Members 0 and 1 list 3 of the other 4 of five people, and each whom they list is told or not.
    const isTold = (bits: number, k: number): boolean => ((bits >> k) & 1) === 1;
    const outcomes = (list: number[]) =>
      Array.from({ length: 8 }, (_, bits) => ({
        heard: list.filter((_, k) => isTold(bits, k)),
        chance: list.reduce((p, _, k) => p * (isTold(bits, k) ? telling : 1 - telling), 1 / 4),
      }));
    const told = [0, 1].map((i) => listsOf(i, 5, 3).flatMap(outcomes));
    let [mean, square] = [0, 0];
    for (const a of told[0]) {
      for (const b of told[1]) {
        const people = new Set([...a.heard, ...b.heard].filter((j) => j > 1)).size;
        mean += a.chance * b.chance * people;
        square += a.chance * b.chance * people * people;
      }
    }
    const { reach1, sd1 } = reachOf({ customers: 5, members: 2, contacts: 3, others: 1, telling });
    expect(reach1).toBeCloseTo(mean, 12);
    expect(sd1).toBeCloseTo(Math.sqrt(square - mean * mean), 12);
  }
});

test("one stub that is joined to any other meets a member's with chance D/(M − 1)", () => {
  // Stubs a a b c: joined ab|ac and ac|ab reach both others, aa|bc nobody.
  expect(mutualReachOf({ customers: 3, members: 1, contacts: 2, others: 1 })).toBeCloseTo(4 / 3, 12);
  expect(mutualReachOf({ customers: 3, members: 0, contacts: 2, others: 1 })).toBe(0);
});

test("reach is at most what was claimed and who there is, and grows with contacts, telling, community and customers", () => {
  const upTo = (max: number) => fc.integer({ min: 0, max });
  const share = (min: number) => fc.double({ min, max: 1, noNaN: true });
  const circles = fc.record({
    customers: fc.integer({ min: 60, max: 5000 }),
    members: upTo(20),
    contacts: upTo(20),
    others: upTo(30),
    telling: share(0),
    community: share(0.5),
  });
  fc.assert(
    fc.property(circles, (one) => {
      const { claim, reach1, reach2, reach3, sd1 } = reachOf(one);
      const more = (change: Partial<Circles>): void =>
        expect(reachOf({ ...one, ...change }).reach1).toBeGreaterThanOrEqual(reach1 * (1 - 1e-12));
      for (const people of [reach1, reach2, reach3, sd1]) expect(people).toBeGreaterThanOrEqual(0);
      expect(reach1).toBeLessThanOrEqual(Math.min(claim, one.customers - one.members) * (1 + 1e-12));
      expect(reach1 + reach2 + reach3).toBeLessThanOrEqual((one.customers - one.members) * (1 + 1e-12));
      more({ contacts: one.contacts + 1 });
      more({ telling: 1 });
      more({ community: 1 });
      more({ customers: one.customers + 100 });
    }),
    { seed: 4, numRuns: 300 },
  );
});

test("circles that are drawn reach what the formula says, in the whole and in a part", () => {
  // 1,500 worlds; false alarm 6e-7 each; catches .2 % at one hop. At two and three hops R₁ varies: half a person is
  // allowed.
  for (const community of [1, 0.5, 0.25]) {
    const rows = Array.from({ length: 1500 }, (_, world) =>
      contactReach(
        generate(`circles:advocates=40,contacts=25,customers=1000,others=5,community=${community}`, 1, world),
        (i) => i < 40,
      ),
    );
    const { reach1, sd1, reach2, reach3 } = reachOf({
      customers: 1000,
      members: 40,
      contacts: 25,
      others: 5,
      community,
    });
    const [first, second, third] = [0, 1, 2].map((hop) => summary(rows.map((row) => row[hop])));
    const [low, high] = meanBand(reach1, first);
    expect(first.mean).toBeGreaterThan(low);
    expect(first.mean).toBeLessThan(high);
    expect(Math.abs(Math.sqrt(first.variance) / sd1 - 1)).toBeLessThan(0.12); // over 5 standard errors
    for (const [hop, expected] of [
      [second, reach2],
      [third, reach3],
    ] as const)
      expect(Math.abs(hop.mean - expected)).toBeLessThan(0.5 + 5 * Math.sqrt(hop.variance / hop.count));
  }
});

test("circles that cannot be are refused, all faults at once", () => {
  expect(() => reachOf({ customers: 100, members: 101, contacts: 100, others: 1.5, telling: 2 })).toThrow(
    "circles: members must be a whole number from 0 to 100, all customers, got 101\ncircles: contacts must be a whole number from 0 to 99, all other customers, got 100\ncircles: others must be a whole number from 0 to 99, all other customers, got 1.5\ncircles: telling must be a chance from 0 to 1, got 2",
  );
  expect(() => reachOf({ customers: 100, members: 60, contacts: 5, others: 1, community: 0.5 })).toThrow(
    "circles: community must hold the members and everybody in a list: 60 people, got 50 (0.5)",
  );
  expect(() => reachOf({ customers: 100, members: 6, contacts: 5, others: 1, community: 0 })).toThrow(
    "circles: community must be a share above 0 and at most 1, got 0",
  );
  expect(() => mutualReachOf({ customers: 1, members: 0, contacts: 0, others: 0 })).toThrow(
    "circles: customers must be a whole number of at least 2, got 1",
  );
});
