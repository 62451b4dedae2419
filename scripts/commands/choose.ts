import { command } from "../cli/command.ts";
import { choice, file, flag, model, network, real, settings, text, whole } from "../cli/kinds.ts";
import { kept, nodes, quiet, seed, threads } from "../cli/options.ts";

const methods = async (): Promise<string[]> => {
  const { METHODS } = await import("../../models/programs/choosing/methods.ts");
  return [...METHODS, "all"];
};

const notes = async (): Promise<string> => {
  const { methods: all } = await import("../../models/programs/choosing/methods.ts");
  return ["Methods:", ...all.map(({ name, about }) => `  ${name.padEnd(13)}  ${about}`)].join("\n");
};

export const choose = command({
  name: "choose",
  about: "chooses advocates and measures their reach in fresh worlds",
  arguments: {},
  options: {
    model: model({ fallback: "independent-cascade", about: "how influence passes from customer to customer" }),
    count: whole({ takes: "customers", min: 1, about: "how many to choose" }),
    method: text({
      takes: "method",
      words: methods,
      joined: true,
      about: "one, several as a,b,c, or all (default: guaranteed)",
    }),
    epsilon: real({
      takes: "share",
      fallback: 0.1,
      about: "guaranteed: how far below 1 − 1/e the certified share may lie",
    }),
    failure: real({
      takes: "chance",
      about: "guaranteed: chance that the certificate is wrong (default: one over the customers)",
    }),
    budget: real({ takes: "money", about: "the most that they may cost together, instead of --count or with it" }),
    costs: text({ takes: "costs", about: "what each costs: an attribute, a number, or a form such as 2+0.5*degree" }),
    candidates: file({
      takes: "keys",
      about: "who may be chosen: keys as a,b,c, or a file with a key a line (default: everyone)",
    }),
    value: text({
      takes: "attribute",
      about: "what each customer is worth: greedy and guaranteed then maximise the worth reached",
    }),
    skill: text({ takes: "attribute", about: "expert: the skill, seen with an error of --noise <half-width>" }),
    noise: real({ takes: "half-width", fallback: 0, about: "expert: error in seeing skill" }),
    need: text({ takes: "attribute", about: "susceptible: how much persuasion each customer needs" }),
    join: real({
      takes: "chance",
      fallback: 0.3,
      about: "self-selected: chance that a customer of average contacts takes part",
    }),
    rise: real({ takes: "number", fallback: 0.5, about: "self-selected: how that chance rises with contacts" }),
    ties: choice(["chance", "index"], {
      takes: "order",
      fallback: "chance",
      about: "how equals are put in order",
    }),
    hidden: real({
      takes: "share",
      about: "chooses again with this share of ties hidden, and reports the loss",
    }),
    weightError: real({ takes: "share", about: "chooses again with tie weights wrong by up to this share" }),
    network: network({ about: "a file, a built-in or a generator (default: the model's own, else karate)" }),
    nodes,
    set: settings({ about: "fixes a parameter of the model; once for each" }),
    seed: seed("any text; the same seed gives the same choice and the same worlds"),
    replicates: whole({ takes: "worlds", fallback: 10_000, min: 2, about: "fresh worlds in which reach is measured" }),
    threads: threads("all cores where it pays"),
    ...kept,
    quiet,
    json: flag("one JSON document on standard output; a list of them where there are several methods"),
  },
  notes,
  examples: [
    "choose --network karate --set probability=0.1 --count 2",
    "choose --network friends.csv --nodes people.csv --value worth --costs 2+0.5*degree --budget 100",
    "choose --network barabasi-albert:nodes=10000,links=4 --count 50 --method degree,greedy,guaranteed --hidden 0.3",
  ],
  async act(given) {
    const { chooseAdvocates } = await import("./choose/advocates.ts");
    await chooseAdvocates(given);
  },
});
