import { expect, test } from "vitest";
import { deliver, noMessages, say } from "../../models/market/messages.ts";

test.each([1000, 300_000])(
  "among %i people everybody hears what was said to them, in the order in which it was said",
  (people) => {
    const messages = noMessages(4);
    const wanted = new Map<number, string[]>();
    for (let m = 0; m < 5000; m++) {
      const to = (m * 7919) % 997 === 0 ? 0 : ((m % 1250) * 104_729) % people;
      say(messages, m, to, m % 3 === 0);
      wanted.set(to, [...(wanted.get(to) ?? []), `${m} ${m % 3 === 0}`]);
    }
    const heard = new Map<number, string[]>();
    deliver(
      messages,
      people,
      (to, from, strong) => void heard.set(to, [...(heard.get(to) ?? []), `${from} ${strong}`]),
    );
    expect(heard.size).toBe(wanted.size);
    for (const [to, said] of wanted) expect(heard.get(to)).toEqual(said);
    expect(Math.max(...[...wanted.values()].map((said) => said.length))).toBeGreaterThan(2);
  },
);
