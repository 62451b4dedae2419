import { indices } from "../../../models/core/index.ts";
import { expectedReach } from "../../../models/influence/degrees/expected-reach.ts";
import { answer, answerJson, say } from "../../cli/output.ts";
import { aligned, wrapped } from "../../../models/studies/telling/text.ts";
import { networkFrom } from "../../disk/network-source.ts";

export interface PersonRequest {
  /** Default: the karate club. */
  network?: string;
  nodes?: string;
  person: string;
  probability: number;
  distances: number;
  seed: string;
  json?: boolean;
}

/** `degrees --person`: how many people are at each distance from a person, and how many a recommendation reaches. */
export async function personReach({
  network: spec = "karate",
  nodes,
  person,
  probability,
  distances,
  seed,
  json,
}: PersonRequest): Promise<void> {
  const { network, told: notes } = await networkFrom(spec, { seed, nodes });
  const [node] = indices(network.keys, [person], "degrees");
  const degrees = expectedReach(network, node, { probability, distances, seed });
  if (json) {
    answerJson({ person, probability, degrees });
    return;
  }
  for (const sentence of notes) say(sentence);
  const rows = degrees.map(({ distance, people, reached, low, high }) => [
    String(distance),
    String(people),
    reached.toFixed(3),
    `${low.toFixed(3)} to ${high.toFixed(3)}`,
  ]);
  answer(`Around ${person}, each tie passing on with probability ${probability}:\n`);
  answer(aligned([["distance", "people", "reached in that round", "95 % interval"], ...rows], [0, 1, 2, 3]));
  const people = degrees.reduce((sum, at) => sum + at.people, 0);
  const reached = degrees.reduce((sum, at) => sum + at.reached, 0);
  answer("");
  answer(
    wrapped(
      `Expected in ${rounds(degrees.length)}: ${reached.toFixed(2)} of the ${people} people at these distances. If the direct tie to someone fails, a later round may still reach them.`,
    ),
  );
}

const rounds = (count: number): string => (count === 1 ? "one round" : `${count} rounds`);
