import { defineGenerator } from "../generators/generator.ts";
import { fromTies } from "./ties.ts";

/**
 * Each pair that met outside the club, in the row of the lower number; the weight counts the contexts in which they
 * met.
 */
const TIES = `
0 1:4 2:5 3:3 4:3 5:3 6:3 7:2 8:2 10:2 11:3 12:1 13:3 17:2 19:2 21:2 31:2
1 2:6 3:3 7:4 13:5 17:1 19:2 21:2 30:2
2 3:3 7:4 8:5 9:1 13:3 27:2 28:2 32:2
3 7:3 12:3 13:3
4 6:2 10:3
5 6:5 10:3 16:3
6 16:3
8 30:3 32:3 33:4
9 33:2
13 33:3
14 32:3 33:2
15 32:3 33:4
18 32:1 33:2
19 33:1
20 32:3 33:1
22 32:2 33:3
23 25:5 27:4 29:3 32:5 33:4
24 25:2 27:3 31:2
25 31:7
26 29:4 33:2
27 33:4
28 31:2 33:2
29 32:4 33:2
30 32:3 33:3
31 32:4 33:4
32 33:5
`;

/** Who went with the instructor when the club split; all others went with the president. */
const WITH_INSTRUCTOR = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 16, 17, 19, 21];

export const karate = defineGenerator({
  kind: "karate",
  about:
    "friends in a karate club that split in two: 34 members, 78 weighted ties; 0 is the instructor, 33 the president",
  source: "Zachary 1977, Journal of Anthropological Research 33:452",
  parameters: {},
  make: () => {
    const codes = new Uint16Array(34).fill(2);
    for (const i of WITH_INSTRUCTOR) codes[i] = 1;
    return fromTies(TIES, 34, {
      attributes: { club: { kind: "category", codes, labels: ["", "instructor", "president"] } },
    });
  },
});
