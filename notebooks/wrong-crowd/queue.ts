import { strangers } from "../../models/cascades/herds/arrivals.ts";
import { cascade, type Evidence } from "../../models/cascades/herds/evidence.ts";
import { chooseInstead, informationalCascade } from "../../models/cascades/informational-cascade.ts";
import { finish, type Given, start } from "../../models/core/index.ts";
import { generate } from "../../models/networks/specification.ts";

/** One queue: a world of the model in which either option may be right. */
export interface QueueJob {
  parameters: Given<typeof informationalCascade.parameters>;
  /** How many stand in it. */
  people: number;
  seed: string;
  world: number;
}

/** One person of a queue; options, signals and news are 1 or 0. */
export interface Turn {
  /** From 1. */
  turn: number;
  /** Public news just before; undefined where there was none. */
  news?: number;
  signal: number;
  choice: number;
  /** The option of the cascade that held when it chose; undefined where its signal mattered. */
  cascade?: number;
  /** What all can see speaks for option 1, less for option 0, in signals, once it has chosen. */
  evidence: number;
}
export interface Queue {
  /** The right option. */
  truth: number;
  turns: Turn[];
}

const begin = ({ parameters, people, seed, world }: QueueJob, changes: QueueJob["parameters"] = {}) =>
  start(informationalCascade, generate(strangers({ people }), seed), {
    parameters: { ...parameters, truth: "random", ...changes },
    seed,
    world,
  });

/**
 * Everybody in a queue, in the order in which they act. Signals are read off the same world with all
 * following their own, since a signal belongs to a person whatever it does with it.
 */
export function queueOf(job: QueueJob): Queue {
  const world = begin(job);
  const alone = begin(job, { followOwn: 1 });
  finish(world, Infinity);
  finish(alone, Infinity);
  const { option, wrong, news, evidence } = world.state;
  let before: Evidence = 0;
  const turns = Array.from(option, (choice, i): Turn => {
    const holds = cascade(before + news[i], world.parameters.tie);
    before = evidence[i];
    return {
      turn: i + 1,
      ...(news[i] !== 0 && { news: Number(news[i] > 0) }),
      signal: alone.state.option[i],
      choice,
      ...(holds !== 0 && { cascade: Number(holds > 0) }),
      evidence: evidence[i] / 2,
    };
  });
  return { truth: wrong[0] === 1 ? 1 - option[0] : option[0], turns };
}

/** A queue with one place kept free for the reader. */
export interface Place {
  /** Who chose before, in order. */
  earlier: Turn[];
  /** The person of the model in that place: its news and signal are the reader's. */
  own: Turn;
  /** What Bayes' rule chooses there. */
  bayes: number;
  truth: number;
  /** How many stand behind. */
  following: number;
  /** How many of them choose rightly, if the person in that place chooses this option. */
  rightBehind(choice: number): number;
}

/** What stands before and behind place `place`, from 1, of a queue. */
export function placeIn(job: QueueJob, place: number): Place {
  const { truth, turns } = queueOf(job);
  const before = begin(job);
  finish(before, place - 1);
  const reasoning = before.fork({ followOwn: 0 });
  reasoning.step();
  return {
    earlier: turns.slice(0, place - 1),
    own: turns[place - 1],
    bayes: reasoning.state.option[place - 1],
    truth,
    following: turns.length - place,
    rightBehind(choice) {
      const after = before.fork();
      chooseInstead(after, choice);
      finish(after, Infinity);
      return after.state.wrong.subarray(place).reduce((right, wrong) => right + 1 - wrong, 0);
    },
  };
}

/** The options by the names that the page gives them. */
export const optionName = (option: number): string => (option === 1 ? "A" : "B");
