import { mutualReachOf, reachOf } from "../../programs/sampling/expected-reach.ts";
import { momentsOf } from "../../statistics/index.ts";
import { sample } from "./sample.ts";
import { exactly, meanOf, near, type Target, tex } from "./target.ts";

const section = 10;
const procter = "reach of overlapping circles, for the claim of Procter & Gamble's Vocalpoint";

/** Lists of members and of all others, drawn uniformly: the shape of the claim. */
interface Circles {
  customers: number;
  members: number;
  contacts: number;
  others: number;
  /** Share of customers who hold the members and all in their lists; 1 unless told. */
  community?: number;
}
/** Members are those with the long lists; everybody asked is willing. */
const circleOf = ({ customers, members, contacts, others, community = 1 }: Circles): string =>
  `circles:advocates=${members},contacts=${contacts},customers=${customers},others=${others},community=${community}`;
const called = ({ customers, members, contacts }: Circles) => ({
  memberShare: members / customers,
  minimumContacts: contacts,
  joining: 1,
  joiningSlope: 0,
});
const still = {
  trial: 0,
  strong: 0,
  weak: 0,
  advertising: 0,
  awareAtStart: 0,
  rivalTrial: 0,
  spread: 0,
  weighting: "equal",
};

/** A measure of the sampling program in many circles, drawn anew each time. */
function overCircles(
  circles: Circles,
  parameters: Record<string, unknown>,
  measure: string,
  count: number,
  seed: string,
): number[] {
  return Array.from(
    { length: count },
    (_, k) =>
      sample(
        {
          network: circleOf(circles),
          model: "sampling-program",
          parameters: { ...still, ...called(circles), ...parameters },
          worlds: 1,
          measure,
        },
        `${seed}/${k}`,
      )[0],
  );
}

const formula = tex`R_1 = (N-S)\Bigl[1-\Bigl(1-\frac{p\,c}{N-1}\Bigr)^{S}\Bigr]`;
const symbols =
  "N: customers; S: members; c: contacts of a member; p: chance that a member tells a contact, 1 for who could be told; R₁: people, not members, at one degree";
/** Nobody talks yet: who could be told is all that counts. */
const untold = { horizon: 1, samples: 0, duty: 0 };

const reached: Target[] = [
  { customers: 10, members: 2, contacts: 3, others: 1, printed: 4.444444 },
  { customers: 1000, members: 40, contacts: 25, others: 5, printed: 611.6547 },
  { customers: 600, members: 60, contacts: 25, others: 5, printed: undefined },
].map(({ printed, ...circles }) =>
  meanOf(
    {
      section,
      target: `people whom ${circles.members} members with ${circles.contacts} contacts could reach among ${circles.customers}`,
      formula,
      symbols,
      source: procter,
      expected: printed ?? reachOf(circles).reach1,
      error: printed ? 5e-5 : 0,
    },
    (seed) => overCircles(circles, untold, "reach1", 300, seed),
  ),
);

const thousand = { customers: 1000, members: 40, contacts: 25, others: 5 };
const told: Target[] = [1, 0.4].map((p) =>
  meanOf(
    {
      section,
      target: `people told by 40 members with 25 contacts among 1000, each contact with chance ${p}`,
      formula,
      symbols,
      source: procter,
      expected: reachOf({ ...thousand, telling: p }).reach1,
    },
    (seed) =>
      // Members take up the product in week 0 and talk in week 1; nobody else does.
      overCircles(
        thousand,
        { horizon: 2, samples: 1, use: 1, quality: 1, duty: 2, talk: p, boost: 1, halfLife: 0 },
        "told1",
        300,
        seed,
      ),
  ),
);

const further: Target[] = [
  { degree: 2, expected: 332.16, allowed: 3 },
  { degree: 3, expected: 13.13, allowed: 1 },
].map(({ degree, expected, allowed }) =>
  near(
    {
      section,
      target: `people at ${degree} degrees of 40 members among 1000`,
      formula: tex`R_{k+1} = (N-S-R_1-\dots-R_k)\Bigl[1-\Bigl(1-\frac{g}{N-1}\Bigr)^{R_k}\Bigr]`,
      symbols: "N: customers; S: members; g: contacts of everybody else; Rₖ: people at k degrees, each at its mean",
      source: procter,
      expected,
      allowed,
      where: "since the first degrees vary",
    },
    (seed) => momentsOf(overCircles(thousand, untold, `reach${degree}`, 300, seed)).mean,
  ),
);

const crowded: Target[] = [0.5, 0.25].map((community) =>
  meanOf(
    {
      section,
      target: `people whom 40 members with 25 contacts could reach among 1000, all in ${community === 0.5 ? "half" : "a quarter"} of the community`,
      formula: tex`R_1 = (M-S)\Bigl[1-\Bigl(1-\frac{c}{M-1}\Bigr)^{S}\Bigr]`,
      symbols:
        "M: customers in that part of the community; S: members; c: contacts of a member; R₁: people, not members, at one degree",
      source: procter,
      expected: reachOf({ ...thousand, community }).reach1,
    },
    (seed) => overCircles({ ...thousand, community }, untold, "reach1", 300, seed),
  ),
);

const many = { customers: 20_000, members: 800, contacts: 25, others: 5 };
const mutual = near(
  {
    section,
    target: "people at one degree of 800 members with 25 mutual contacts among 20,000, all others with 5",
    formula: tex`R_1 = (N-S)\Bigl[1-\prod_{j<g}\frac{M-1-2j-D}{M-1-2j}\Bigr]`,
    symbols:
      "N: customers; S: members; g: contacts of everybody else; D: contacts of members, M: of all, both ends counted",
    source: procter,
    expected: mutualReachOf(many),
    allowed: 60,
    where: "since ties to oneself and double ties are done away with",
  },
  (seed) => {
    const network = "configuration:degrees=25x0.04+5x0.96,nodes=20000";
    const parameters = { ...still, ...called(many), ...untold };
    return momentsOf(
      Array.from(
        { length: 40 },
        (_, k) =>
          sample({ network, model: "sampling-program", parameters, worlds: 1, measure: "reach1" }, `${seed}/${k}`)[0],
      ),
    ).mean;
  },
);

/** One week stands for a year, so that the yearly numbers of the source hold as they are. */
const yearly = { ...still, customersAtStart: 1, margin: 1, discount: 1.1 ** 52 - 1, horizon: 1, talk: 0, rivalTalk: 0 };
const lifetimes: Target[] = [
  { leaving: 0.1, expected: 5.5 },
  { leaving: 0.082, expected: 6.043956 },
  { leaving: 0.25, expected: 1 / (1 - 0.75 / 1.1) },
].map(({ leaving, expected }) =>
  meanOf(
    {
      section,
      target: `lifetime value of a customer, margin 1, discount .10, leaving ${leaving}`,
      formula: tex`\mathrm{CLV} = \frac{g}{1-\frac{1-c}{1+d}}`,
      symbols: "g: margin a period; c: chance of leaving; d: discount rate a period",
      source: "Schmitt, Skiera & Van den Bulte 2011, J. Marketing 75(1)",
      expected,
      error: 5e-7,
    },
    (seed) =>
      sample(
        {
          network: "erdos-renyi:nodes=400,degree=0",
          model: "market",
          parameters: { ...yearly, leaving, terminal: "runOff" },
          worlds: 100,
          measure: "equity",
        },
        seed,
      ),
  ),
);

const lessons: Target[] = [
  { reports: 100, bias: 0 },
  { reports: 100, bias: 0.2 },
  { reports: 25, bias: 0.1 },
].map(({ reports, bias }) =>
  meanOf(
    {
      section,
      target: `square of the design's gap after ${reports} reports, bias ${bias}`,
      formula: tex`E[\gamma^2] = b^2 + \frac{\omega^2}{3n}`,
      symbols: "γ: gap of the design; b: bias of members; ω: half-width of a report's noise; n: reports",
      source: "variance of a mean of uniform noise",
      expected: bias ** 2 + 1 / (3 * reports),
    },
    (seed) => {
      const parameters = {
        ...still,
        quality: 0,
        improvement: 0,
        memberShare: 1,
        minimumContacts: 0,
        joining: 1,
        joiningSlope: 0,
        samples: 1,
        use: 1,
        duty: 0,
        bias,
        feedbackWeek: 0,
        delay: 0,
        horizon: 2,
      };
      return sample(
        {
          network: `ring:nodes=${reports},degree=2`,
          model: "sampling-program",
          parameters,
          worlds: 600,
          measure: "gap",
        },
        seed,
      ).map((gap) => gap ** 2);
    },
  ),
);

const sure = {
  ...still,
  talk: 1,
  strong: 1,
  halfLife: 0,
  quality: 1,
  leaving: 0,
  margin: 1,
  discount: 0.9 ** -52 - 1,
  horizon: 10,
  terminal: "none",
};
const path = exactly(
  {
    section,
    target: "value that one sample starts on a path of four, a customer",
    formula: tex`\tfrac14\sum_{T=0}^{3}\sum_{t=T}^{9}\delta^{t}, \quad \delta = .9`,
    symbols: "T: week in which a customer joins; δ: discount factor a week",
    source: "worked by hand",
    expected: (6.5132156 + 13.9296468) / 4,
    digits: 7,
  },
  () =>
    sample(
      {
        network: "path:nodes=4",
        model: "sampling-program",
        parameters: { ...sure, members: ["0"], samples: 1, use: 1, sampleCost: 0, duty: 0, improvement: 0 },
        worlds: 1,
        measure: "equity",
      },
      "1",
    )[0],
);

/** Programs: reach, lifetime value, feedback. */
export const programTargets: readonly Target[] = [
  ...reached,
  ...crowded,
  mutual,
  ...told,
  ...further,
  ...lifetimes,
  ...lessons,
  path,
];
