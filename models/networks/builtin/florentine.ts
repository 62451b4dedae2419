import { choice } from "../../core/index.ts";
import { defineGenerator } from "../generators/generator.ts";
import { fromTies } from "./ties.ts";

const FAMILIES = `
Acciaiuoli Albizzi Barbadori Bischeri Castellani Ginori Guadagni Lamberteschi Medici
Pazzi Peruzzi Pucci Ridolfi Salviati Strozzi Tornabuoni
`;

/** Net wealth of each family in the tax census of 1427, thousands of lire. */
const WEALTH = [10, 36, 55, 44, 20, 32, 8, 42, 103, 48, 49, 3, 27, 10, 146, 48];

/** Families joined by a marriage, in the row of the lower number; the Pucci (11) married into none of the others. */
const MARRIAGE = `
0 8
1 5 6 8
2 4 8
3 6 10 14
4 10 14
6 7 15
8 12 13 15
9 13
10 14
12 14 15
`;

/** Families with loans, credits or joint partnerships between them. */
const BUSINESS = `
2 4 5 8 10
3 6 7 10
4 7 10
5 8
6 7
7 10
8 9 13 15
`;

export const florentine = defineGenerator({
  kind: "florentine",
  about:
    "sixteen leading families of Florence around 1430: 20 marriages (the default), 15 business ties, 27 pairs with either",
  source:
    "Padgett & Ansell 1993, American Journal of Sociology 98:1259; families: Breiger & Pattison 1986, Social Networks 8:215",
  parameters: { ties: choice(["marriage", "business", "either"], { about: "kind of ties" }) },
  make: ({ parameters: { ties } }) => {
    const table = { marriage: MARRIAGE, business: BUSINESS, either: MARRIAGE + BUSINESS.trimStart() }[ties];
    const wealth = { kind: "number" as const, values: Float64Array.from(WEALTH) };
    return fromTies(table, 16, { names: FAMILIES.trim().split(/\s+/), attributes: { wealth } });
  },
});
