import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { catalog } from "../../models/catalog.ts";
import { type Parameter, resolve } from "../../models/core/index.ts";
import { standingOvation } from "../../models/cascades/standing-ovation.ts";
import { commandText, fromAddress, toAddress } from "../../notebooks/controls/address.ts";
import { readSet } from "../../models/studies/asking/settings.ts";

/** Any right value of a parameter. */
function anyValue({ kind, min = -1e9, max = 1e9, options = [], fallback, read }: Parameter): fc.Arbitrary<unknown> {
  const [low, high] = [Math.max(min, -1e9), Math.min(max, 1e9)];
  if (kind === "real") return fc.double({ min: low, max: high, noNaN: true }).map((value) => value + 0); // −0 is written 0
  if (kind === "whole") return fc.integer({ min: low, max: high });
  if (kind === "flag") return fc.boolean();
  if (kind === "choice") return fc.constantFrom(...options);
  if (kind === "nodes")
    return fc.array(
      fc.stringMatching(/^[a-z'$" ;]{0,5}[a-z]$/).map((key) => key.trim()),
      { maxLength: 3 },
    );
  return fc.constant(read ? read(fallback) : fallback);
}

test.each(catalog.map(({ model }) => [model.name, model] as const))(
  "%s: values come back from an address and from a command line as they were",
  (_, model) => {
    const values = fc.record(
      Object.fromEntries(Object.entries(model.parameters).map(([name, parameter]) => [name, anyValue(parameter)])),
    );
    fc.assert(
      fc.property(values, (drawn) => {
        const given = { ...resolve(model.name, model.parameters, {}), ...drawn } as never;
        const again = fromAddress(model, new URLSearchParams(toAddress(model, given).toString()));
        expect(again.faults).toEqual([]);
        expect(resolve(model.name, model.parameters, again.given)).toEqual(given);
      }),
      { numRuns: 20 },
    );
  },
);

test("a shell takes the command apart into the settings it was made of", () => {
  const model = catalog.find(({ model: { name } }) => name === "independent-cascade")!.model;
  const values = resolve(model.name, model.parameters, { seeds: ["O'Brien $(id)", 'a"b', "*"] });
  const command = commandText(model, values, { network: "my file.csv", seed: "-1", replicates: 5, steps: 3 });
  const words = execFileSync("sh", ["-c", command.replace("npm run -s ovation --", "printf '%s\\n'")], {
    encoding: "utf8",
  })
    .trimEnd()
    .split("\n");
  const set = words.flatMap((word, at) => (word === "--set" ? [words[at + 1]] : []));
  expect(readSet(model, set)).toEqual({ seeds: ["O'Brien $(id)", 'a"b', "*"] });
  expect(words.slice(0, 4)).toEqual(["run", "independent-cascade", "--network", "my file.csv"]);
  expect(words.slice(-6)).toEqual(["--seed", "-1", "--replicates", "5", "--steps", "3"]);
});

test("only values that differ from their defaults are in the address", () => {
  const usual = resolve(standingOvation.name, standingOvation.parameters, {});
  expect(toAddress(standingOvation, usual).toString()).toBe("");
  expect(toAddress(standingOvation, { ...usual, quality: 0.7 }).toString()).toBe("quality=0.7");
  expect(commandText(standingOvation, usual)).toBe("npm run -s ovation -- run standing-ovation");
});

test("a value out of range is told in the words of the model and not taken", () => {
  expect(fromAddress(standingOvation, new URLSearchParams("quality=1.3&noise=.2"))).toEqual({
    given: { noise: 0.2 },
    faults: ["standing-ovation: quality must be a real number from 0 to 1, got 1.3"],
  });
});
