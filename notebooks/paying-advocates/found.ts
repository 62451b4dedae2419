import { type Paired } from "../../models/statistics/index.ts";
import { barOfPay, effortOf, seekersComing } from "../../models/programs/advocacy/effort.ts";
import { clear } from "../../models/studies/telling/numbers.ts";
import { element } from "../element.ts";
import { exact, percent } from "../exact.ts";
import { armAgainst, between, differences, type Found, pointOf, type Settings } from "./arms.ts";
import { rightAtFirst } from "./charts.ts";
import { type Followed } from "./followed.ts";

type Part = Node | string;
const finding = (...parts: Part[]): HTMLElement => element("p", { class: "finding" }, ...parts);
/** A paragraph of results that is left off the handout, which is one page. */
const aside = (...parts: Part[]): HTMLElement => element("p", {}, ...parts);
const heading = (id: string, ...parts: Part[]): HTMLElement => element("h2", { id }, ...parts);
const share = (value: number): HTMLElement => exact(value, percent);
const money = (value: number): string => value.toFixed(2).replace("-", "−");
const amount = (value: number): HTMLElement => exact(value, money);
/** A difference with its interval and number of worlds. */
const estimate = ({ mean, low, high, n }: Paired): Part[] => [
  amount(mean),
  " per person (95 % interval ",
  amount(low),
  " to ",
  amount(high),
  ", ",
  exact(n),
  " paired worlds)",
];
const verb = (difference: Paired): string =>
  !clear(difference) ? "makes no detectable difference" : difference.mean > 0 ? "helps" : "hurts";

/** Where pay helps, and where it crowds out. */
export function helps(found: Found, settings: Settings): HTMLElement[] {
  const { pay, crowding } = settings;
  const [free, crowded, volume] = [
    [0, "value"],
    [crowding, "value"],
    [0, "volume"],
  ].map(([out, scoring]) => armAgainst(found, { scoring, crowding: out, falseAlarms: 0, pay }));
  if (!free || !crowded || !volume) return [];
  const [where, then, alike] =
    crowding === 0
      ? [[`; scored by volume, it ${verb(volume)}`], [], ""]
      : [
          [
            ` without crowding out, and ${verb(crowded)} where pay drives out `,
            share(crowding),
            " of people’s own drive",
          ],
          [" With crowding out of ", share(crowding), " the change is ", ...estimate(crowded), "."],
          ", without crowding out,",
        ];
  return [
    heading("helps", "Scored by value, a pay of ", exact(pay), ` ${verb(free)}`, ...where),
    finding(
      "In this model, with the same budget, promising ",
      exact(pay),
      " per act changes equity, compared with neither pay nor audits, by ",
      ...estimate(free),
      ".",
      ...then,
      ` Scored by volume${alike} the change is `,
      ...estimate(volume),
      ": there the same pay ",
      verb(volume),
      ".",
    ),
  ];
}

/** The bar that pay must exceed to raise effort. */
export function bar(settings: Settings): HTMLElement[] {
  const { crowding, drive, attraction, pay } = settings;
  const least = barOfPay(settings, drive);
  const effort = (given: Partial<Settings>): number =>
    effortOf({ ...settings, seekerAttraction: 1, ...given }, { drive, seeker: false, fatigue: 0 });
  const raises = attraction > 0 && drive < 1 && Number.isFinite(least); // effort is at most 1
  const lost = crowding * drive;
  const why =
    attraction === 0 || lost === 0 || drive === 1
      ? [
          raises
            ? "So any pay raises it."
            : attraction === 0
              ? "So no pay raises it."
              : "Drive is already full, so there is nothing to raise.",
        ]
      : [
          "Pay raises effort only if its pull, pay / (pay + ",
          exact(settings.halfPay),
          "), is above ",
          exact(lost / attraction),
          `, the ratio of what it drives out to what it adds${raises ? "" : "; no pull is above one"}.`,
        ];
  return [
    heading(
      "bar",
      ...(!raises
        ? ["No pay raises an honest advocate’s effort, however high"]
        : least === 0
          ? ["Any pay raises an honest advocate’s effort"]
          : ["Pay must be above ", exact(least), " per act before it raises an honest advocate’s effort"]),
    ),
    finding(
      "Pay adds at most ",
      share(attraction),
      " to effort and drives out ",
      share(crowding),
      " of a drive of ",
      share(drive),
      ". ",
      ...why,
      " A rested, honest advocate works with effort ",
      share(effort({ pay: 0 })),
      " without pay and ",
      share(effort({})),
      " for a pay of ",
      exact(pay),
      ".",
    ),
  ];
}

/** What reward seekers do. */
export function seekersDo(found: Found, settings: Settings): HTMLElement[] {
  const { pay, seekers } = settings;
  const coming = seekersComing(settings);
  const posts = (scoring: string): number | undefined => {
    const point = pointOf(found.arms, { scoring, crowding: 0, falseAlarms: 0, pay });
    return point && point.measures.posts.mean / (point.measures.posts.mean + point.measures.conversations.mean);
  };
  const [value, volume] = [posts("value"), posts("volume")];
  if (value === undefined || volume === undefined) return [];
  return [
    heading(
      "seekers",
      "Scored by volume, ",
      share(volume),
      " of what advocates do is posts; scored by value, ",
      share(value),
    ),
    aside(
      ...(coming > seekers
        ? [
            "A pay of ",
            exact(pay),
            " raises the share of newcomers who come for it from ",
            share(seekers),
            " to ",
            share(coming),
          ]
        : ["A pay of ", exact(pay), " does not raise the share of newcomers who come for it: ", share(seekers), " do"]),
      ". A post takes a fraction of the work of a talk and wins nobody. People who work only for pay post if acts are counted, and talk if worth is.",
    ),
  ];
}

/** The effect of audits on cheats and on honest advocates. */
export function audits(found: Found, settings: Settings): HTMLElement[] {
  const { falseAlarms } = settings;
  const careful = pointOf(found.audits, { falseAlarms });
  const all = differences(found.audits, { falseAlarms: 0 });
  const [own, last] = [all.find(({ values }) => values.falseAlarms === falseAlarms), all.at(-1)];
  if (!careful || !own || !last) return [];
  const careless = pointOf(found.audits, last.values)!;
  const same = last.values.falseAlarms === falseAlarms;
  return [
    heading(
      "audits",
      "Audits ",
      clear(own)
        ? own.mean > 0
          ? "make pay by volume better"
          : "make pay by volume worse"
        : "make no detectable difference",
      ", and ",
      share(1 - careful.measures.rightFlags.mean),
      " of those they punish are honest",
    ),
    finding(
      "Audits that flag ",
      share(falseAlarms),
      " of honest members change equity, scored by volume and compared with no audits, by ",
      ...estimate(own),
      ". Of their flags ",
      share(careful.measures.rightFlags.mean),
      " are right over the year; at the first audit Bayes’ rule gives ",
      share(rightAtFirst(settings, falseAlarms)),
      ". ",
      ...(same
        ? []
        : [
            "Careless audits that flag ",
            share(Number(last.values.falseAlarms)),
            " of honest members are right in ",
            share(careless.measures.rightFlags.mean),
            " of flags, and change equity by ",
            ...estimate(last),
            ".",
          ]),
    ),
  ];
}

/** The one advocate that is followed. */
export function oneAdvocate(all: readonly Followed[], { member }: Settings): HTMLElement[] {
  const one = all.at(member - 1);
  if (!one)
    return [
      heading("one", "There is no advocate ", exact(member), " in this world: ", exact(all.length), " were recruited"),
    ];
  const last = one.weeks[one.weeks.length - 1];
  return [
    heading(
      "one",
      "Advocate ",
      exact(member),
      ` of this world ${one.seeker ? "came for the pay" : "is honest"} and is ${one.end === "at work" ? "still at work" : one.end} at the end`,
    ),
    aside(
      "Recruited in week ",
      exact(one.called),
      `; ${one.burnOuts === 0 ? "never burnt out" : "burnt out"}`,
      ...(one.burnOuts > 0 ? [" ", exact(one.burnOuts), one.burnOuts === 1 ? " time" : " times"] : []),
      ". In the last week drive is ",
      share(last.drive),
      ", skill ",
      share(last.skill),
      " and fatigue ",
      share(last.fatigue),
      ". Of ",
      exact(all.length),
      " advocates in this world ",
      exact(all.filter(({ seeker }) => seeker).length),
      " came for the pay.",
    ),
  ];
}

/** An endless program compared with campaigns. */
export function endless({ schedules: { points } }: Found): HTMLElement[] {
  const [whole, campaigns] = points;
  if (points.length < 2) return [];
  const difference = between(campaigns, whole);
  return [
    heading(
      "endless",
      "For the same money, an endless program ",
      clear(difference) ? (difference.mean > 0 ? "beats" : "loses to") : "cannot be told apart from",
      " two campaigns",
    ),
    finding(
      "Without pay and audits, spending every week instead of in two campaigns of the same budget changes equity by ",
      ...estimate(difference),
      ". The talks by advocates that reach someone number ",
      exact(whole.measures.conversations.mean),
      " and ",
      exact(campaigns.measures.conversations.mean),
      ".",
    ),
  ];
}
