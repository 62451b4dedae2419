import { expect, test } from "vitest";
import { catalog } from "../../models/catalog.ts";
import golden from "../golden/models.json";
import { digestOf } from "../support/every-model.ts";

test.each(catalog.map(({ model }) => [model.name, model] as const))(
  "%s gives the same digest in a page as in Node",
  (name, model) => {
    expect({ [name]: digestOf(model) }).toEqual({ [name]: (golden as Record<string, string>)[name] });
  },
);
