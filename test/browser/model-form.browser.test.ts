import { afterEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { catalog } from "../../models/catalog.ts";
import { choice, flag, nodes, numberKeys, real, resolve, table, text, whole } from "../../models/core/index.ts";
import { standingOvation } from "../../models/cascades/standing-ovation.ts";
import { wattsThreshold } from "../../models/cascades/watts-threshold.ts";
import { generate } from "../../models/networks/specification.ts";
import { commandText, fromAddress, toAddress } from "../../notebooks/controls/address.ts";
import { modelForm } from "../../notebooks/controls/form.ts";
import { shown } from "../support/in-page.ts";

const tiny = {
  name: "tiny",
  about: "a model of every kind",
  parameters: {
    share: real(0.5, { min: 0, max: 1, about: "how many", unit: "share" }),
    links: whole(4, { min: 1, max: Infinity, about: "ties of each" }),
    paid: flag(false, { about: "whether it is paid", lever: true }),
    rule: choice(["most", "any"], { about: "who decides" }),
    seeds: nodes({ about: "the first", lever: true }),
    mix: text("a+b", /^[a-z](\+[a-z])*$/, { about: "what is mixed", must: "letters joined by +" }),
  },
};
const control = (name: string): HTMLInputElement =>
  document.querySelector<HTMLInputElement>(`[data-parameter="${name}"] .controls > :first-child`)!;
const faultOf = (name: string): string => document.querySelector(`[data-parameter="${name}"] .fault`)!.textContent;
afterEach(() => document.body.replaceChildren());

test("values are those of the model, as the model takes them", async () => {
  const form = shown(modelForm(tiny));
  expect(form.value).toEqual({ share: 0.5, links: 4, paid: false, rule: "most", seeds: [], mix: "a+b" });
  const seen: unknown[] = [];
  form.addEventListener("input", () => seen.push(form.value));
  await userEvent.fill(control("share"), "0.25");
  await userEvent.fill(control("links"), "7");
  await userEvent.click(control("paid"));
  await userEvent.selectOptions(control("rule"), "any");
  await userEvent.fill(control("seeds"), "4, 9");
  const last = { share: 0.25, links: 7, paid: true, rule: "any", seeds: ["4", "9"], mix: "a+b" };
  expect(form.value).toEqual(last);
  await vi.waitFor(() => expect(seen.at(-1)).toEqual(last), 10_000);
});

test("of changes that follow closely the first is told at once and the last a little later", async () => {
  const form = shown(modelForm(tiny));
  const seen: number[] = [];
  form.addEventListener("input", () => seen.push(form.value.links));
  for (let links = 5; links <= 25; links++) {
    control("links").value = String(links);
    control("links").dispatchEvent(new Event("input", { bubbles: true }));
  }
  expect(seen).toEqual([5]);
  await vi.waitFor(() => expect(seen).toEqual([5, 25]), 10_000);
});

test("what is wrong is said beside its field in the words of the model, and the value waits", async () => {
  const form = shown(modelForm(tiny));
  let sent = 0;
  form.addEventListener("input", () => sent++);
  await userEvent.fill(control("share"), "1.3");
  expect(faultOf("share")).toBe("share must be a real number from 0 to 1, got 1.3");
  expect(control("share").getAttribute("aria-invalid")).toBe("true");
  await userEvent.fill(control("links"), "2.5");
  await userEvent.fill(control("mix"), "a++");
  expect(form.faults).toEqual([
    "share must be a real number from 0 to 1, got 1.3",
    "links must be a whole number of at least 1, got 2.5",
    'mix must be letters joined by +, got "a++"',
  ]);
  expect(form.value).toEqual(modelForm(tiny).value);
  expect(sent).toBe(0);
  await userEvent.fill(control("links"), "4");
  await userEvent.fill(control("mix"), "a+b");
  await userEvent.fill(control("share"), ".6");
  expect([faultOf("share"), form.faults, form.value.share, sent]).toEqual(["", [], 0.6, 1]);
  expect(control("share").hasAttribute("aria-invalid")).toBe(false);
});

test("every control has a name, a description that exists, and an id of its own, for every model", () => {
  for (const { model } of catalog) {
    const form = shown(modelForm(model));
    shown(modelForm(model)); // twice on a page
    const controls = [...form.querySelectorAll("input, select")] as HTMLInputElement[];
    expect(controls.length).toBeGreaterThan(Object.keys(model.parameters).length);
    for (const one of controls) {
      expect(one.labels?.length === 1 || one.hasAttribute("aria-label")).toBe(true);
      for (const id of one.getAttribute("aria-describedby")?.split(" ") ?? [])
        expect(document.querySelectorAll(`#${id}`)).toHaveLength(1);
    }
    expect(form.value).toEqual(resolve(model.name, model.parameters, {}));
    expect(form.faults).toEqual([]);
    document.body.replaceChildren();
  }
});

test("levers and assumptions stand in groups of their own", () => {
  const form = shown(modelForm(tiny));
  const groups = [...form.querySelectorAll("fieldset")].map((group) => [
    group.querySelector("legend")!.textContent,
    [...group.querySelectorAll<HTMLElement>(".field")].map(({ dataset }) => dataset.parameter),
  ]);
  expect(groups).toEqual([
    ["Levers: what can be chosen", ["paid", "seeds"]],
    ["Assumptions: what the world is like", ["share", "links", "rule", "mix"]],
  ]);
});

test("the keyboard alone moves the slider, and number and value follow", async () => {
  const form = shown(modelForm(tiny));
  control("share").focus();
  await userEvent.keyboard("{Tab}");
  expect(document.activeElement).toMatchObject({ type: "range" });
  await userEvent.keyboard("{ArrowRight}");
  expect([form.value.share, control("share").value]).toEqual([0.51, "0.51"]);
  expect(document.activeElement!.getAttribute("aria-valuetext")).toBe("0.51 share");
  expect(document.querySelector('[data-parameter="links"] [type="range"]')).toBeNull(); // no end to slide to
});

test("a preset fills all fields, and own values are called so", async () => {
  const form = shown(
    modelForm(tiny, { presets: [{ name: "Half paid", about: "to see", values: { paid: true, share: 0.1 } }] }),
  );
  const select = form.querySelector<HTMLSelectElement>(".preset select")!;
  await userEvent.fill(control("links"), "9");
  expect(select.selectedOptions[0].text).toBe("Own values");
  await userEvent.selectOptions(select, "Half paid");
  expect(form.value).toEqual({ share: 0.1, links: 4, paid: true, rule: "most", seeds: [], mix: "a+b" });
  expect(form.querySelector(".preset .about")!.textContent).toBe("to see");
  await userEvent.selectOptions(select, "As defined");
  expect(form.value).toEqual(modelForm(tiny).value);
  expect(() => modelForm(tiny, { presets: [{ name: "wrong", about: "", values: { share: 2 } }] })).toThrow(
    "tiny: share must be a real number from 0 to 1, got 2",
  );
});

test("an address fills the form and comes out of it again; what is wrong in it is told, never changed in silence", () => {
  const address = new URLSearchParams("seed=7&share=0.25&seeds=4%2C9&paid=true");
  const form = shown(modelForm(tiny, { address }));
  expect(form.value).toEqual({ share: 0.25, links: 4, paid: true, rule: "most", seeds: ["4", "9"], mix: "a+b" });
  expect(toAddress(tiny, form.value, new URLSearchParams("seed=7&links=3")).toString()).toBe(
    "seed=7&share=0.25&paid=true&seeds=4%2C9",
  );
  expect(fromAddress(tiny, toAddress(tiny, form.value)).given).toEqual({ share: 0.25, paid: true, seeds: ["4", "9"] });
  document.body.replaceChildren();
  const wrong = shown(modelForm(tiny, { address: new URLSearchParams("share=lots&paid=perhaps&rule=none") }));
  expect(wrong.faults).toEqual([
    'paid must be true or false, got "perhaps"',
    'rule must be one of most, any, got "none"',
    'share must be a real number from 0 to 1, got "lots"',
  ]);
  expect(control("share").value).toBe("lots");
  expect(wrong.value).toEqual(modelForm(tiny).value);
});

test("a name in an address that no parameter has, even one that every record has, is left alone", () => {
  expect(fromAddress(tiny, new URLSearchParams("constructor=1&__proto__=2&toString=3"))).toEqual({
    given: {},
    faults: [],
  });
});

test("where the network is known, its nodes and what must hold between parameters are checked", async () => {
  const form = shown(modelForm(tiny, { network: generate("ring:nodes=5", 1) }));
  await userEvent.fill(control("seeds"), "4,5");
  expect(faultOf("seeds")).toBe("seeds: 5 is not a node; did you mean 0? known: 0, 1, 2, 3, 4");
  expect(form.value.seeds).toEqual([]);
  expect(numberKeys(5).find("5")).toBe(-1);
  document.body.replaceChildren();
  const karate = generate("karate", 1);
  const most = shown(modelForm(wattsThreshold, { network: karate }));
  await userEvent.fill(control("seedCount"), String(karate.size + 1));
  expect(most.faults.length).toBeGreaterThan(0);
  expect(most.querySelector("p.fault")!.textContent).toBe(most.faults[0]);
});

test("fields out of sight come into sight when something is wrong in them", () => {
  const closed = shown(modelForm(tiny, { first: ["share"] })).querySelector<HTMLDetailsElement>("details.more")!;
  expect([closed.open, closed.querySelectorAll(".field").length]).toEqual([false, 5]);
  expect(
    shown(modelForm(tiny, { first: ["share"], address: new URLSearchParams("links=0") })).querySelector("details")!
      .open,
  ).toBe(true);
  expect(() => modelForm(tiny, { first: ["shar" as "share"] })).toThrow("tiny: shar of first is not a parameter");
});

test("names that look like markup stay text", () => {
  const evil = "<img src=x onerror=alert(1)>";
  const form = shown(
    modelForm(
      { ...tiny, parameters: { rule: choice(["a", evil], { about: evil }) } },
      { presets: [{ name: evil, about: evil, values: { rule: evil } }] },
    ),
  );
  expect(form.querySelector("img")).toBeNull();
  expect(form.textContent).toContain(evil);
});

test("setting the value fills the fields, sends nothing, and refuses what is wrong", () => {
  const form = shown(modelForm(standingOvation));
  let sent = 0;
  form.addEventListener("input", () => sent++);
  form.value = { ...form.value, quality: 0.7 };
  expect([control("quality").value, form.value.quality, sent]).toEqual(["0.7", 0.7, 0]);
  expect(() => (form.value = { ...form.value, quality: 7 })).toThrow(
    "standing-ovation: quality must be a real number from 0 to 1, got 7",
  );
  expect(form.value.quality).toBe(0.7);
  expect(commandText(standingOvation, form.value, { seed: "my seed" })).toBe(
    "npm run -s ovation -- run standing-ovation --set quality=0.7 --seed 'my seed'",
  );
});

test("a table is edited as a text and as rows, which follow each other", async () => {
  const step = {
    from: whole(1, { min: 1, max: 99, about: "first referral" }),
    pay: real(0, { min: 0, max: 1e6, about: "money" }),
  };
  const notes = { row: "from:pay", must: "from:pay steps joined by +", about: "what is paid" };
  const form = shown(modelForm({ ...tiny, parameters: { reward: table("1:25", step, notes) } }));
  const cell = (at: string): HTMLInputElement =>
    document.querySelector<HTMLInputElement>(`[aria-label="reward, row ${at}"]`)!;
  expect(form.value.reward).toEqual([{ from: 1, pay: 25 }]);
  await userEvent.fill(control("reward"), "1:25+5:40");
  expect(cell("2, pay").value).toBe("40");
  await userEvent.fill(cell("2, pay"), "45.5");
  expect(control("reward").value).toBe("1:25+5:45.5");
  expect(form.value.reward).toEqual([
    { from: 1, pay: 25 },
    { from: 5, pay: 45.5 },
  ]);
  await userEvent.fill(cell("2, from"), "0");
  expect(faultOf("reward")).toBe("reward: row 2: from must be a whole number from 1 to 99, got 0");
  await userEvent.click(document.querySelector('[aria-label="Remove row 2 of reward"]')!);
  expect(form.value.reward).toEqual([{ from: 1, pay: 25 }]);
  form.value = { reward: [{ from: 2, pay: 7 }] };
  expect([control("reward").value, cell("1, pay").value]).toEqual(["2:7", "7"]);
});
