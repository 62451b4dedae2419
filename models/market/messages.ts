/** Talk of one kind in one week, in the order of its arcs: from whom, to whom, and whether along a strong tie. */
export interface Messages {
  count: number;
  from: Int32Array;
  to: Int32Array;
  strong: Uint8Array;
}

/** No messages yet, and room for `length`. */
export const noMessages = (length = 1024): Messages => ({
  count: 0,
  from: new Int32Array(length),
  to: new Int32Array(length),
  strong: new Uint8Array(length),
});

/** Adds a message; room doubles as it is needed. */
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

/** Above so many people what is remembered of them outgrows the cache. */
const MANY = 2 ** 17;
/** People whose columns fit in it together. */
const GROUP_BITS = 14;

/**
 * Hands out the messages so that those to one person keep their order. In a large market those to
 * neighbouring people come together, group after group: whoever writes to the columns of those who hear
 * then writes near to where it wrote last, which is several times faster.
 */
export function deliver(
  messages: Messages,
  people: number,
  hear: (to: number, from: number, strong: boolean) => void,
): void {
  const { count, from, to, strong } = people > MANY ? grouped(messages, people) : messages;
  for (let m = 0; m < count; m++) hear(to[m], from[m], strong[m] === 1);
}

/** The messages sorted by groups of neighbouring people, in the same order within each. */
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
