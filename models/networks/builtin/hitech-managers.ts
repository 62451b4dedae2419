import { type Attribute, choice } from "../../core/index.ts";
import { defineGenerator } from "../generators/generator.ts";
import { fromTies } from "./ties.ts";

/** Whom each manager goes to for help or advice at work: in each row one who asks, then those asked. */
const ADVICE = `
1 2 4 8 16 18 21
2 6 7 21
3 1 2 4 6 7 8 9 10 11 12 14 17 18 20 21
4 1 2 6 8 10 11 12 16 17 18 20 21
5 1 2 6 7 8 10 11 13 14 16 17 18 19 20 21
6 21
7 2 6 11 12 14 17 18 21
8 2 4 6 7 10 11 18 21
9 1 2 6 7 8 10 11 12 14 16 17 18 21
10 1 2 3 4 5 8 11 13 15 16 17 18 19 20
11 1 2 7
12 7 21
13 1 2 5 9 14 18
14 2 7 18 21
15 1 2 3 4 5 6 7 8 9 10 11 12 13 14 16 17 18 19 20 21
16 1 2 10 18
17 1 2 4 7 21
18 1 2 3 4 5 7 8 9 10 11 13 14 15 16 19 20 21
19 1 2 3 5 7 10 11 14 15 18 20
20 1 2 6 8 11 12 14 15 16 17 18 21
21 2 3 4 6 7 8 12 14 17 18 20
`;

/** Whom each manager names as a friend. */
const FRIENDSHIP = `
1 2 4 8 12 16
2 1 18 21
3 14 19
4 1 2 8 12 16 17
5 2 9 11 14 17 19 21
6 2 7 9 12 17 21
8 4
10 3 5 8 9 12 16 20
11 1 2 3 4 5 8 9 12 13 15 17 18 19
12 1 4 17 21
13 5 11
14 7 15
15 1 3 5 6 9 11 14 19
16 1 2
17 1 2 3 4 5 6 7 8 9 10 11 12 14 15 16 19 20 21
18 2
19 1 2 3 5 11 12 14 15 20
20 11 18
21 2 12 17 18
`;

/** To whom each manager reports; 7 is the president. */
const REPORTS = `
1 2
2 7
3 14
4 2
5 14
6 21
8 21
9 14
10 18
11 18
12 21
13 14
14 7
15 14
16 2
17 21
18 7
19 14
20 14
21 7
`;

const AGE = [33, 42, 40, 33, 32, 59, 55, 34, 62, 37, 46, 34, 48, 43, 40, 27, 30, 33, 32, 38, 36];
/** Years with the firm, to the nearest. */
const TENURE = [9, 20, 13, 8, 3, 28, 30, 11, 5, 9, 27, 9, 0, 10, 8, 5, 12, 9, 5, 12, 13];
const LEVEL = [3, 2, 3, 3, 3, 3, 1, 3, 3, 3, 3, 3, 3, 2, 3, 3, 3, 2, 3, 3, 2];
/** The president (7) belongs to none of the four. */
const DEPARTMENT = [4, 4, 2, 4, 2, 1, 0, 1, 2, 3, 3, 1, 2, 2, 2, 4, 1, 3, 2, 2, 1];

const numbers = (values: number[]): Attribute => ({ kind: "number", values: Float64Array.from(values) });
const category = (codes: number[], labels: string[]): Attribute => ({
  kind: "category",
  codes: Uint16Array.from(codes),
  labels,
});

/**
 * Managers are named 1 to 21, as published. The lists say who asks, names or reports to whom; those asked,
 * named or reported to are the ones who can influence, so arcs run from them unless `arcs` is `data`.
 */
export const hitechManagers = defineGenerator({
  kind: "hitech-managers",
  about: "21 managers of a machinery firm: 190 advice ties (the default), 102 friendship ties, 20 reporting ties",
  source: "Krackhardt 1987, Social Networks 9:109",
  parameters: {
    layer: choice(["advice", "friendship", "reports-to"], { about: "kind of ties" }),
    arcs: choice(["influence", "data"], {
      about:
        "influence = from the manager asked, named or reported to, who can influence; data = from the one who asks, names or reports",
    }),
  },
  make: ({ parameters: { layer, arcs } }) => {
    const table = { advice: ADVICE, friendship: FRIENDSHIP, "reports-to": REPORTS }[layer];
    const attributes = {
      age: numbers(AGE),
      tenure: numbers(TENURE),
      level: category(LEVEL, ["", "president", "vice-president", "manager"]),
      department: category(DEPARTMENT, ["", "1", "2", "3", "4"]),
    };
    const names = Array.from({ length: 21 }, (_, i) => String(i + 1));
    return fromTies(table, 21, { first: 1, directed: arcs === "data" ? "as listed" : "reversed", names, attributes });
  },
});
