import { type Parameter, shown, unknownName } from "../../core/index.ts";
import { type Axis, axisFaults, axisFromSpan, isList, parameterFaults } from "../../experiments/index.ts";
import { sameBudget, type Schedule } from "../../programs/advocacy/schedule.ts";
import { MOST_WEEKS } from "../../market/parameters.ts";
import { settingOf } from "../sweep/experiment.ts";
import { type Fault, messageOf } from "../asking/yaml.ts";
import { type Assumption, MOST_ASSUMPTIONS } from "./assumptions.ts";
import { type MarketWithPrograms } from "../../programs/in-market.ts";
import { programNamed, programs, programsNamed } from "../../programs/programs.ts";
import { theMarket } from "./programs.ts";
import { type Written } from "./schema.ts";
import { isTimed, toWeekly, type Unit, weeksOf } from "./units.ts";

/** A program to compare: its model, and what it is given beside the market. */
export interface Arm {
  name: string;
  about?: string;
  program: string;
  parameters: Record<string, unknown>;
}
/** A value that the brief gives in its own calendar unit, and the weekly value. */
export interface Converted {
  path: string;
  told: unknown;
  weekly: unknown;
}

/** A brief whose every name and value has been checked, in the units of the market: weeks. */
export interface Brief extends Pick<
  Written,
  "title" | "question" | "currency" | "unit" | "customers" | "decide" | "stop" | "longer"
> {
  horizon: number;
  market: Record<string, unknown>;
  arms: Arm[];
  assumptions: Assumption[];
  seed: string;
  converted: Converted[];
}

/** The name of the arm without any program. */
export const NONE = "none";
const LONGEST_NAME = 40;

/**
 * Checks a brief against the market and its programs. Returns the brief to run, or every fault. `whole` is false where
 * programs of the brief are unknown.
 */
export function settleBrief(written: Written, whole = true): { brief: Brief } | { faults: Fault[] } {
  const faults: Fault[] = [];
  const converted: Converted[] = [];
  const note = (path: readonly (string | number)[], text: string): void => void faults.push({ path, text });
  const horizon = Math.round(written.horizon * weeksOf(written.unit));
  if (horizon < 1 || horizon > MOST_WEEKS)
    note(["horizon"], `horizon must be from 1 to ${MOST_WEEKS} weeks, got ${horizon}`);
  const read = reader(written.unit, converted, note);
  const market = read(["market"], written.market, theMarket.parameters, "a parameter of the market");
  const arms = Object.entries(written.arms).flatMap(([name, arm]) => armOf(name, arm, read, note));
  noteBudgets(arms, written.unit, note);
  const known =
    whole && arms.length === Object.keys(written.arms).length
      ? arms.map(({ program }) => programNamed(program))
      : programs;
  const assumptions = readAssumptions(written, arms, known, converted, note);
  if (written.customers.segment !== undefined && isEmpty(written.market.segments))
    note(
      ["customers", "segment"],
      "customers.segment must go with segments under market, which say how the segments differ; got none",
    );
  if (written.stop.atLeast > written.stop.atMost)
    note(
      ["stop", "atLeast"],
      `stop.atLeast must be at most atMost, ${written.stop.atMost}, got ${written.stop.atLeast}`,
    );
  if (faults.length > 0) return { faults };
  const { title, question, currency, unit, customers, decide, stop, longer, seed } = written;
  return {
    brief: {
      title,
      question,
      currency,
      unit,
      customers,
      decide,
      stop,
      longer,
      horizon,
      market,
      arms,
      assumptions,
      seed: String(seed),
      converted,
    },
  };
}

type Note = (path: readonly (string | number)[], text: string) => void;
type Read = (
  path: readonly string[],
  given: Record<string, unknown>,
  parameters: Record<string, Parameter>,
  what: string,
) => Record<string, unknown>;

/** Reads values as their parameters want them, converted to weeks; notes what does not fit. */
function reader(unit: Unit, converted: Converted[], note: Note): Read {
  return (path, given, parameters, what) => {
    const values: Record<string, unknown> = {};
    for (const [name, told] of Object.entries(given)) {
      const at = [...path, name];
      const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
      if (name === "horizon" && path[0] === "market")
        note(at, "horizon stands by itself, above the market, in the unit of the brief");
      else if (!parameter) note(at, `${path.join(".")}.${misplaced(name, what, Object.keys(parameters))}`);
      else {
        const value = toWeekly(settingOf(told, parameter), parameter, unit);
        if (unit !== "week" && isTimed(parameter)) converted.push({ path: at.join("."), told, weekly: value });
        if (parameter.schema.safeParse(value).success) values[name] = value;
        else if (parameter.table) parameter.table.faults(value).forEach((fault) => note(at, `${at.join(".")}${fault}`));
        else note(at, `${at.join(".")} must be ${parameter.must}${inWeeks(unit, parameter)}, got ${shown(told)}`);
      }
    }
    return values;
  };
}

const isEmpty = (table: unknown): boolean =>
  table === undefined || table === "" || (Array.isArray(table) && table.length === 0);

const inWeeks = (unit: Unit, parameter: Parameter): string =>
  unit !== "week" && isTimed(parameter) ? ` after conversion to weeks` : "";

/** A program may not change the market: all arms share it, else they would not be compared in the same worlds. */
function misplaced(name: string, what: string, known: readonly string[]): string {
  if (Object.hasOwn(theMarket.parameters, name))
    return `${name} belongs to the market, which all programs share; set it under market`;
  return unknownName(name, what, known);
}

function armOf(name: string, written: Written["arms"][string], read: Read, note: Note): Arm[] {
  const { about } = written;
  const path = ["arms", name];
  if (name === NONE) note(path, `${NONE} is always compared and must not be an arm of the brief`);
  if (Array.from(name).length > LONGEST_NAME)
    note(path, `the name of an arm must have at most ${LONGEST_NAME} letters, got ${shown(name)}`);
  const parts = partsOf(path, written, read, note);
  if (parts.length < 2) return parts.map((part) => ({ name, about, ...part }));
  try {
    const { name: program, seats } = programsNamed(parts.map((one) => one.program));
    const parameters = parts.flatMap((one) => {
      const seat = seats.find((each) => `${each.program.name}-program` === one.program)!;
      return Object.entries(one.parameters).map(([key, value]) => [seat.named(key), value] as const);
    });
    return [{ name, about, program, parameters: Object.fromEntries(parameters) }];
  } catch (error) {
    note([...path, "programs"], `${path.join(".")}: ${messageOf(error)}`);
    return [];
  }
}

/** What an arm says beside the parameters of its program. */
const HEADS = ["program", "programs", "about"];
type Part = Pick<Arm, "program" | "parameters">;

/** The programs of an arm with their own parameters; none where one of them is not known. */
function partsOf(path: string[], written: Written["arms"][string], read: Read, note: Note): Part[] {
  const { program, programs: several } = written;
  const given = Object.fromEntries(Object.entries(written).filter(([key]) => !HEADS.includes(key)));
  const one = (at: string[], name: string, values: Record<string, unknown>): Part[] => {
    try {
      return [{ program: name, parameters: read(at, values, programNamed(name).own, `a parameter of ${name}`) }];
    } catch (error) {
      note([...at, "program"], `${at.join(".")}: ${messageOf(error)}`);
      return [];
    }
  };
  if (several === undefined) return one(path, program ?? "", given);
  const beside = Object.keys({ ...(program !== undefined && { program }), ...given });
  for (const key of beside)
    note([...path, key], `${[...path, key].join(".")} must stand with one of programs, got it beside them`);
  const parts = several.map(({ program: name, ...values }, at) => one([...path, "programs", String(at)], name, values));
  return parts.every((part) => part.length > 0) ? parts.flat() : [];
}

/** Schedules are compared at equal budgets: else the larger one would win by its size. */
function noteBudgets(arms: readonly Arm[], unit: Unit, note: Note): void {
  const schedules = arms.flatMap(({ program, parameters }) =>
    programNamed(program).seats.flatMap(({ program: { budget }, named }) =>
      budget && !isEmpty(parameters[named(budget)]) ? [parameters[named(budget)] as string | Schedule] : [],
    ),
  );
  try {
    sameBudget(schedules);
  } catch (error) {
    note(["arms"], `${messageOf(error).replace(/^schedules:/, "arms:")}${unit === "week" ? "" : ", in weeks"}`);
  }
}

function readAssumptions(
  { assumptions, market, unit }: Written,
  arms: readonly Arm[],
  models: readonly MarketWithPrograms[],
  converted: Converted[],
  note: Note,
): Assumption[] {
  const own = Object.assign(
    {},
    ...models.flatMap(({ seats }) => seats.map(({ program }) => program.parameters)),
  ) as Record<string, Parameter>;
  const known: Record<string, Parameter> = { ...theMarket.parameters, ...own };
  if (Object.keys(assumptions).length > MOST_ASSUMPTIONS)
    note(["assumptions"], `assumptions must be at most ${MOST_ASSUMPTIONS}, got ${Object.keys(assumptions).length}`);
  return Object.entries(assumptions).flatMap(([name, told]): Assumption[] => {
    const path = ["assumptions", name];
    const said = (text: string): Assumption[] => (note(path, `assumptions.${text}`), []);
    if (name === "horizon") return said("horizon is decided, not assumed; it stands by itself");
    if (!Object.hasOwn(known, name))
      return said(unknownName(name, "a parameter of the market or of a program compared", Object.keys(known)));
    if (Object.hasOwn(market, name)) return said(`${name} must not stand under market as well, got both`);
    const fixed = arms
      .filter(({ program, parameters }) =>
        programNamed(program)
          .named(name)
          .some((one) => Object.hasOwn(parameters, one)),
      )
      .map((arm) => arm.name);
    if (fixed.length > 0)
      return said(
        `${name} must not be fixed by ${fixed.join(" and ")} as well: what is assumed is the same for all programs`,
      );
    try {
      const parameter = known[name];
      const { likely, axis } = assumptionOf(name, told, parameter);
      if (likely !== undefined && (isList(axis) || likely < axis.from || likely > axis.to))
        return said(`${name}.likely must lie from ${isList(axis) ? "" : `${axis.from} to ${axis.to}`}, got ${likely}`);
      if (likely !== undefined && !isList(axis) && axis.scale === "log")
        return said(`${name} must have likely or scale: log, got both`);
      const weekly = byWeek({ name, axis, likely }, parameter, unit);
      if (unit !== "week" && isTimed(parameter))
        converted.push({
          path: path.join("."),
          told,
          weekly: isList(weekly.axis) ? weekly.axis.values : [weekly.axis.from, weekly.axis.to],
        });
      const texts = [
        ...parameterFaults("assumptions", [weekly.axis], { [name]: parameter }),
        ...axisFaults("assumptions", [weekly.axis]),
      ];
      texts.forEach((text) => note(path, text));
      return texts.length > 0 ? [] : [weekly];
    } catch (error) {
      note(path, messageOf(error).replace(/^vary:/, "assumptions:"));
      return [];
    }
  });
}

function assumptionOf(
  name: string,
  told: Written["assumptions"][string],
  parameter: Parameter,
): Omit<Assumption, "name"> {
  const whole = parameter.kind === "whole" && { whole: true };
  if (typeof told === "string") return { axis: axisFromSpan(name, told, { [name]: parameter }) };
  if (Array.isArray(told)) return { axis: { name, values: told.map((value) => settingOf(value, parameter)) } };
  const { likely, ...range } = told;
  return { axis: { name, ...range, ...whole }, likely };
}

function byWeek({ name, axis, likely }: Assumption, parameter: Parameter, unit: Unit): Assumption {
  const weekly = (value: unknown): number => toWeekly(value, parameter, unit) as number;
  const converted: Axis = isList(axis)
    ? { name, values: axis.values.map(weekly) }
    : { ...axis, from: weekly(axis.from), to: weekly(axis.to) };
  return { name, axis: converted, ...(likely !== undefined && { likely: weekly(likely) }) };
}

/** What a program is given in a world: the market, its own settings, and what is assumed of either. */
export function givenTo(
  model: Pick<MarketWithPrograms, "named">,
  brief: Pick<Brief, "market" | "horizon">,
  own: Record<string, unknown>,
  assumed: Record<string, unknown>,
): Record<string, unknown> {
  const known = Object.entries(assumed).flatMap(([name, value]) =>
    model.named(name).map((one) => [one, value] as const),
  );
  return { ...brief.market, horizon: brief.horizon, ...own, ...Object.fromEntries(known) };
}
