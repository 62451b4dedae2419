/** A published curve: how much more likely someone has a trait if an alter at one, two or three degrees has it. */
export interface PublishedCurve {
  trait: string;
  excess: readonly [number, number, number];
  source: string;
}

/**
 * Curves reported from the Framingham study, with their sources. They are shown next to a model's curve; no model is
 * fitted to them.
 */
export const published: readonly PublishedCurve[] = [
  { trait: "obesity", excess: [0.45, 0.2, 0.1], source: "Christakis & Fowler 2007, NEJM 357:370" },
  { trait: "smoking", excess: [0.61, 0.29, 0.11], source: "Christakis & Fowler 2008, NEJM 358:2249" },
  { trait: "happiness", excess: [0.153, 0.098, 0.056], source: "Fowler & Christakis 2008, BMJ 337:a2338" },
  { trait: "loneliness", excess: [0.52, 0.25, 0.15], source: "Cacioppo, Fowler & Christakis 2009, JPSP 97:977" },
];
