import { expect, test } from "vitest";
import { catalog } from "../models/catalog.ts";
import { finish, load, measureNames, save, settle, start, streamKeys } from "../models/core/index.ts";
import golden from "./golden/models.json";
import { digestOf, measuresOf, SEED, STEPS, usualNetwork } from "./support/every-model.ts";

const models = catalog.map(({ model }) => [model.name, model] as const);

/** The digests move only with a commit that says `Numbers: changed`; the browser must give the same ones. */
test.each(models)("%s gives the digest on record", (name, model) => {
  expect({ [name]: digestOf(model) }).toEqual({ [name]: (golden as Record<string, string>)[name] });
});

test.each(models)("%s by its kernel, where it has one, equals its definition", (_, model) => {
  const network = usualNetwork(model);
  expect(measuresOf(model, network, { kernel: true })).toEqual(measuresOf(model, network, { kernel: false }));
});

test.each(models.filter(([, model]) => model.kernel))(
  "%s runs by its kernel where nothing out of the usual is asked",
  (_, model) => {
    const network = usualNetwork(model);
    const keys = streamKeys(SEED, model.streams);
    for (const steps of [STEPS, Infinity])
      expect(model.kernel?.({ network, parameters: settle(model, network, {}), keys, steps })).toBeTypeOf("function");
  },
);

test.each(models)("%s saved, loaded and forked goes on as if nothing had been", (_, model) => {
  const network = usualNetwork(model);
  const world = start(model, network, { seed: "every model", world: 3 });
  finish(world, 2);
  const loaded = load(model, network, save(world));
  const fork = world.fork();
  for (const each of [world, loaded, fork]) finish(each, STEPS);
  expect(loaded.measure()).toEqual(world.measure());
  expect(fork.measure()).toEqual(world.measure());
  expect(save(loaded)).toEqual(save(world));
});

test.each(models)(
  "%s is the same world whether somebody watches or not, and another under another seed",
  (_, model) => {
    const network = usualNetwork(model);
    const watched = start(model, network, { seed: "every model", world: 1 });
    finish(watched, STEPS, () => void watched.measure());
    const unwatched = start(model, network, { seed: "every model", world: 1 });
    finish(unwatched, STEPS);
    expect(save(watched)).toEqual(save(unwatched));
    expect(Object.keys(watched.measure())).toEqual(measureNames(model));
  },
);

test.each(models)("%s tells what each parameter, column and measure means", (_, model) => {
  for (const part of [model.parameters, model.state, model.measures]) {
    for (const [name, { about }] of Object.entries<{ about: string }>(part))
      expect(about.length, name).toBeGreaterThan(5);
  }
  expect(model.about).toMatch(/\.$/);
  expect(model.source).toMatch(/\d{4}|Ovation/);
});
