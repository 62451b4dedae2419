import { z } from "zod";
import { jsonSchema, type Parameter } from "../../core/index.ts";
import { type MarketWithPrograms } from "../../programs/in-market.ts";
import { programs } from "../../programs/programs.ts";
import { theMarket } from "./programs.ts";
import { brief, uncertain } from "./schema.ts";

type Schema = Record<string, unknown> & { properties?: Record<string, Schema> };

/**
 * The keys of a brief as JSON Schema, for editors that complete and check YAML: every parameter of the market and
 * of every program with its meaning, its range and the value it has when it is left out. What only `compare` can
 * know (which programs an assumption can be about) is left to it.
 */
export function briefSchema(): object {
  const { properties = {}, ...rest } = z.toJSONSchema(brief, { io: "input" }) as Schema;
  const span = withoutHead(z.toJSONSchema(uncertain, { io: "input" }) as Schema);
  const own = programs.map((program) => program.own);
  const all: Record<string, Parameter> = Object.assign({}, theMarket.parameters, ...own) as Record<string, Parameter>;
  const assumed = Object.keys(all).filter((name) => name !== "horizon");
  return {
    ...rest,
    title: "A brief for compare",
    properties: {
      ...properties,
      market: { ...properties.market, ...valuesOf(theMarket.parameters, ["horizon"]) },
      arms: {
        ...properties.arms,
        additionalProperties: { type: "object", oneOf: [...programs.map((program) => armOf(program)), together()] },
      },
      assumptions: {
        ...properties.assumptions,
        additionalProperties: false,
        properties: Object.fromEntries(assumed.map((name) => [name, { description: meaning(all[name]), ...span }])),
      },
    },
  };
}

const meaning = ({ about, unit, must }: Parameter): string => `${about}${unit ? ` (${unit})` : ""}; ${must}`;

/**
 * Values by name; no others are allowed. A brief may state values by the month, so `compare` checks the ranges of
 * values by the week.
 */
function valuesOf(parameters: Record<string, Parameter>, but: readonly string[] = []): Schema {
  const { properties = {} } = jsonSchema(parameters) as Schema;
  const kept = Object.entries(properties).filter(([name]) => !but.includes(name));
  const loose = kept.map(
    ([name, schema]) => [name, parameters[name].unit === "weeks" ? { ...schema, type: "number" } : schema] as const,
  );
  return { type: "object", additionalProperties: false, properties: Object.fromEntries(loose) };
}

const sentence = { type: "string", minLength: 1, description: "the program in a sentence, for the report" };

function armOf(program: MarketWithPrograms, notes: Schema = { about: sentence }): Schema {
  const { properties } = valuesOf(program.own);
  return {
    required: ["program"],
    additionalProperties: false,
    properties: { program: { const: program.name, description: program.about }, ...notes, ...properties },
  };
}

/** Several programs in one market. */
function together(): Schema {
  const items = { type: "object", oneOf: programs.map((program) => armOf(program, {})) };
  const list = { type: "array", minItems: 2, items, description: "programs that run in one market, each once" };
  return { required: ["programs"], additionalProperties: false, properties: { programs: list, about: sentence } };
}

function withoutHead(schema: Schema): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "$schema"));
}
