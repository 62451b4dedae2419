/** All talk of one kind in one week, in arc order: who talks, who hears it, and whether the tie is strong. */
export interface Messages {
  count: number;
  from: Int32Array;
  to: Int32Array;
  strong: Uint8Array;
}

/** An empty list with room for `length` messages. */
export const noMessages = (length = 1024): Messages => ({
  count: 0,
  from: new Int32Array(length),
  to: new Int32Array(length),
  strong: new Uint8Array(length),
});

/** Adds a message. The capacity doubles when it runs out. */
export function say(messages: Messages, from: number, to: number, strong: boolean): void {
  const at = messages.count;
  if (at === messages.to.length) {
    const twice = noMessages(2 * at);
    twice.from.set(messages.from);
    twice.to.set(messages.to);
    twice.strong.set(messages.strong);
    Object.assign(messages, twice, { count: at });
  }
  messages.from[at] = from;
  messages.to[at] = to;
  messages.strong[at] = Number(strong);
  messages.count = at + 1;
}

/** With more people than this, their columns no longer fit in the processor's cache. */
const MANY = 2 ** 17;
/** The columns of 2^14 people fit in the cache together. */
const GROUP_BITS = 14;

/**
 * Delivers the messages; those to the same person keep their order. In a large market, messages are delivered in
 * groups of neighbouring recipients. Writes to the recipients' columns then stay close together in memory, which is
 * several times faster.
 */
export function deliver(
  messages: Messages,
  people: number,
  hear: (to: number, from: number, strong: boolean) => void,
): void {
  const { count, from, to, strong } = people > MANY ? grouped(messages, people) : messages;
  for (let m = 0; m < count; m++) hear(to[m], from[m], strong[m] === 1);
}

/** The messages sorted by groups of neighbouring recipients, with the order kept within each group. */
function grouped({ count, from, to, strong }: Messages, people: number): Messages {
  const next = new Int32Array((people >>> GROUP_BITS) + 2);
  for (let m = 0; m < count; m++) next[(to[m] >>> GROUP_BITS) + 1]++;
  for (let g = 1; g < next.length; g++) next[g] += next[g - 1];
  const sorted = { ...noMessages(count), count };
  for (let m = 0; m < count; m++) {
    const at = next[to[m] >>> GROUP_BITS]++;
    sorted.from[at] = from[m];
    sorted.to[at] = to[m];
    sorted.strong[at] = strong[m];
  }
  return sorted;
}
