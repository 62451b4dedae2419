import { standingOvation } from "../../models/cascades/standing-ovation.ts";
import { choice, type Given, text, type Values, whole } from "../../models/core/index.ts";
import { seats } from "../../models/networks/generators/seats.ts";

/** A theatre that can be drawn at once and run without a wait. */
const MOST_SEATS = 30;

const parameters = {
  quality: standingOvation.parameters.quality,
  noise: standingOvation.parameters.noise,
  threshold: standingOvation.parameters.threshold,
  order: { ...standingOvation.parameters.order, fallback: "random" as const }, // so that most audiences come to rest
  tie: standingOvation.parameters.tie,
  rows: whole(20, { min: 1, max: MOST_SEATS, about: seats.parameters.rows.about }),
  columns: whole(20, { min: 1, max: MOST_SEATS, about: seats.parameters.columns.about }),
  view: choice(["five", "cone"], { about: seats.parameters.view.about }),
  party: standingOvation.parameters.party,
  shared: standingOvation.parameters.shared,
  loved: standingOvation.parameters.loved,
  emphasis: standingOvation.parameters.emphasis,
  seed: text("1", /^\S+$/, { about: "names the worlds: the same seed gives the same audiences", must: "a text without spaces" }),
  worlds: whole(200, { min: 20, max: 5000, about: "how many audiences are run", unit: "worlds" }),
  world: whole(0, { min: 0, max: 4999, about: "which of these audiences is drawn, from 0" }),
};

/** Everything that can be set on the page: the model's own parameters, the theatre, and the worlds. */
export const asked = { name: standingOvation.name, about: standingOvation.about, parameters };
export type Settings = Values<typeof parameters>;

/** The theatre as the command line names it. */
export const networkOf = ({ rows, columns, view }: Settings): string => `seats:rows=${rows},columns=${columns},view=${view}`;

/** The model's own parameters among the settings. */
export function modelValues(settings: Settings): Values<typeof standingOvation.parameters> {
  const names = Object.keys(standingOvation.parameters) as (keyof typeof standingOvation.parameters)[];
  return Object.fromEntries(names.map((name) => [name, settings[name]])) as Values<typeof standingOvation.parameters>;
}

/** Theatres worth a look, by the question they answer. */
export const presets: { name: string; about: string; values: Given<typeof parameters> }[] = [
  { name: "All rows ahead", about: "everyone sees a cone of people, up to the front row", values: { view: "cone" } },
  { name: "A good show", about: "most would stand unprompted", values: { quality: 0.65 } },
  { name: "All at once", about: "everyone looks at the same moment and stays where as many stand as sit", values: { order: "synchronous", tie: "keep" } },
  { name: "Parties of four", about: "friends who came together share one impression", values: { party: 4, shared: 0.9 } },
];

/** A link's part after the number sign. */
export const hashOf = (address: URLSearchParams): string => (address.size > 0 ? `#${address.toString()}` : "#");
