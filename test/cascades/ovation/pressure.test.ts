import fc from "fast-check";
import { expect, test } from "vitest";
import { atRest, next, opposition, pressure, type Room } from "../../../models/cascades/ovation/pressure.ts";
import { anyNetwork, tiny } from "../../support/tiny.ts";

const watched = tiny(
  4,
  [
    [0, 3],
    [1, 3],
    [2, 3],
  ],
  true,
);
const room = (standing: number[], loud: number[], emphasis: number): Room => ({
  network: watched,
  standing: Uint8Array.from(standing),
  loud: Uint8Array.from(loud),
  emphasis,
});

test("standing people add, sitting people take away, and only those who stand are heard", () => {
  expect(pressure(room([1, 0, 0, 0], [0, 0, 0, 0], 1), 3)).toBe(-1);
  expect(pressure(room([1, 0, 0, 0], [1, 1, 0, 0], 3), 3)).toBe(1);
  expect(opposition(room([1, 0, 0, 0], [1, 1, 0, 0], 3), 3)).toBe(3 / 5);
  expect(opposition(room([1, 0, 0, 1], [1, 1, 0, 0], 3), 3)).toBe(2 / 5);
});

test("who sees nobody stays, whatever the coin", () => {
  for (const stands of [0, 1]) expect(next(room([stands, 0, 0, 0], [0, 0, 0, 0], 1), 0, () => 0.3)).toBe(stands);
});

test("rest is where nobody would move on either side of the coin", () => {
  fc.assert(
    fc.property(
      anyNetwork,
      fc.infiniteStream(fc.nat(1)),
      fc.integer({ min: 1, max: 3 }),
      fc.boolean(),
      (network, bits, emphasis, coins) => {
        const draw = () => Uint8Array.from({ length: network.size }, () => bits.next().value as number);
        const now: Room = { network, standing: draw(), loud: draw(), emphasis };
        const moves = [0.2, 0.8].some((coin) =>
          now.standing.some((stands, i) => next(now, i, coins ? () => coin : undefined) !== stands),
        );
        expect(atRest(now, coins)).toBe(!moves);
      },
    ),
  );
});
