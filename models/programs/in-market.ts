import { type Definition, defineModel, type Parameters, refuse, type State, type Streams } from "../core/index.ts";
import { marketMeasures } from "../market/market.ts";
import { marketParameters } from "../market/parameters.ts";
import { marketState, marketStreams } from "../market/state.ts";
import { begin, marketFaults, week } from "../market/week.ts";
import { type CostColumns, costState } from "./costs.ts";
import { settleNoise } from "./members/noise.ts";
import { type AnyProgram, type Nothing, type Program } from "./program.ts";
import { type Context, onlySeat, type Seat, seatAmong, type Standing } from "./seats.ts";
import { together } from "./together.ts";

/** What is said of a model that is a market, with programs or without. */
interface Traced {
  trace: { when: "start"; through: "touch" };
}
/** Any market: what all of them have. */
export type AnyMarket = Definition<typeof marketParameters, typeof marketState, typeof marketStreams>;

/** The market with one program in it or several, as a model, and what can be asked of its programs. */
export type InMarket<P extends Parameters, S extends State, R extends Streams, M extends string> = Definition<
  typeof marketParameters & P,
  typeof marketState & typeof costState & S,
  typeof marketStreams & R,
  keyof ReturnType<typeof marketMeasures> | M
> &
  Traced & {
    /** Its programs in the order in which they act. */
    seats: readonly Seat[];
    /** The parameters of the model by which all its programs take people; none where one of them does not. */
    takes: { members: readonly string[]; leftOut: readonly string[]; recruiting: readonly string[] };
    /** The parameters of the programs, without those of the market. */
    own: Parameters;
    /** The names in this model of a parameter of the market or of its programs; none if there is no such parameter. */
    named(parameter: string): readonly string[];
    /** What each program has cost, in its own columns. */
    costs(standing: { state: Partial<CostColumns> }): { program: string; costs: Partial<CostColumns> }[];
  };
export type MarketWithPrograms = InMarket<Nothing, Nothing, Nothing, string>;

/**
 * The market with these programs in it. One has the market to itself and its names are those of the model. Of
 * several, each has parameters, columns and measures that begin with its name, such as `referralReward`, and its
 * own members, duties, messages and costs; of the market's columns they share the rest. Draws belong to a person
 * whoever asks, so that each program meets the people that it meets alone. They act in the order of their names,
 * in whatever order they are told. Throws `RangeError` where two have the same name or the same stream is of two kinds.
 */
export function inMarket<P extends Parameters, S extends State, R extends Streams, M extends string>(
  program: Program<P, S, R, M>,
): InMarket<P, S, R, M>;
export function inMarket(...programs: readonly AnyProgram[]): MarketWithPrograms;
export function inMarket(...programs: readonly AnyProgram[]): MarketWithPrograms {
  const sorted = [...programs].sort((a, b) => (a.name < b.name ? -1 : 1));
  const seats = sorted.length === 1 ? [onlySeat(sorted[0])] : sorted.map(seatAmong);
  refuse(clashes(sorted));
  const own: Parameters = Object.assign({}, ...seats.map(({ parameters }) => parameters)) as Parameters;
  const columns = Object.assign({}, ...seats.map((seat) => seat.columns)) as Nothing;
  const streams = Object.assign({}, ...sorted.map((program) => program.streams)) as Nothing;
  const defaultNetwork = sorted.find((program) => program.defaultNetwork !== undefined)?.defaultNetwork;
  const model = defineModel({
    name: `${sorted.map(({ name }) => name).join("-and-")}-program${sorted.length > 1 ? "s" : ""}`,
    about: sorted.map(({ about }) => about).join(" "),
    source: sorted.map(({ source }) => source).join("; "),
    parameters: { ...marketParameters, ...own },
    state: { ...marketState, ...costState, ...columns },
    streams: { ...marketStreams, ...streams },
    steps: "rest",
    ...(defaultNetwork !== undefined && { defaultNetwork: () => defaultNetwork }),
    check: ({ network, parameters }) => [
      ...marketFaults(network, parameters),
      ...seats.flatMap((seat) => faultsOf(seat, { network, parameters })),
    ],
    setup(context) {
      begin({ ...context, week: 0 });
      for (const { program, sees } of seats) {
        const place = sees({ ...context, week: 0 });
        if (seats.length > 1) place.state.lift.fill(1);
        program.setup?.(place);
      }
    },
    step: (context) => step(seats, context),
    measures: {
      ...marketMeasures(),
      ...(Object.assign({}, ...seats.map(({ measures }) => measures)) as Seat["measures"]),
    },
    trace: { when: "start", through: "touch" },
  });
  return {
    ...model,
    trace: { when: "start", through: "touch" },
    seats,
    own,
    takes: takesOf(seats),
    named: (parameter) =>
      Object.hasOwn(marketParameters, parameter)
        ? [parameter]
        : seats.flatMap(({ program, named }) =>
            Object.hasOwn(program.parameters, parameter) ? [named(parameter)] : [],
          ),
    costs: (standing) => seats.map(({ program, costs: of }) => ({ program: program.name, costs: of(standing.state) })),
  };
}

/** What all of the programs take, by its names in the model; nothing unless every one of them takes it. */
function takesOf(seats: readonly Seat[]): MarketWithPrograms["takes"] {
  const all = (name: "members" | "leftOut"): string[] => {
    const lists = seats.flatMap(({ program: { takes }, named }) =>
      takes[name] === undefined ? [] : [named(takes[name])],
    );
    return lists.length === seats.length ? lists : [];
  };
  const recruiting = seats.flatMap(({ program, named }) => (program.takes.recruiting ?? []).map(named));
  return { members: all("members"), leftOut: all("leftOut"), recruiting };
}

/** One week of the market with what its programs do in it. */
function step(seats: readonly Seat[], context: Context): boolean {
  const market = { ...context, week: context.time - 1 };
  const each = seats.map(({ program, sees }) => {
    const place = sees(market);
    return { place, acts: program.plays(place), clutter: program.clutter?.(place.parameters) ?? 0 };
  });
  if (each.length > 1) return week(market, together(market, each));
  const [{ acts, clutter }] = each;
  return week(market, {
    ...acts,
    after() {
      settleNoise(market.state.noise, [{ messages: market.state.messages, clutter }]);
      acts.after?.();
    },
  });
}

/** What a program finds wrong, with its name where there are several. */
function faultsOf({ program, sees, named }: Seat, job: Pick<Standing, "network" | "parameters">): string[] {
  const { parameters } = sees({ ...job, state: {} as Standing["state"], time: 0 });
  const faults = program.check?.({ ...job, parameters }) ?? [];
  return named("x") === "x" ? faults : faults.map((fault) => `${program.name}: ${fault}`);
}

/** What keeps programs from one market. */
function clashes(programs: readonly AnyProgram[]): string[] {
  const names = programs.map(({ name }) => name);
  const twice = names.filter((name, at) => names.indexOf(name) < at);
  const kinds = new Map<string, string>(Object.entries(marketStreams));
  const streams = programs.flatMap(({ name, streams: own }) =>
    Object.entries<string>(own).flatMap(([stream, kind]) => {
      const known = kinds.get(stream) ?? kind;
      kinds.set(stream, known);
      return known === kind ? [] : [`inMarket: stream ${stream} of ${name} must be of kind ${known}, got ${kind}`];
    }),
  );
  return [...twice.map((name) => `inMarket: programs must have names of their own, got ${name} twice`), ...streams];
}
