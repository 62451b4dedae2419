import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import { sequence, streamKey } from "../../models/core/index.ts";
import { type Runner } from "../../models/studies/work/runner.ts";
import { type Block, type BlockResult } from "../../models/studies/work/work.ts";

interface Errand {
  block: Block;
  done(result: BlockResult): void;
}

/**
 * A runner that shares no memory: setup and blocks are bytes in letters to processes of their own, blocks are handed
 * out in an order drawn by chance, and the first process to get a second block dies over it.
 */
export function farMachines(count: number, deaths: { count: number }): Runner {
  const order = sequence(streamKey(1, "order of blocks"));
  return {
    open({ module, setup }) {
      const letter = JSON.stringify({ module, setup: serialize(unshared(setup)).toString("base64") });
      const waiting: Errand[] = [];
      const busy = new Map<ChildProcess, Errand | undefined>();
      const given = new Map<ChildProcess, number>();

      function hire(): void {
        const member = fork(fileURLToPath(new URL("./far-entry.mjs", import.meta.url)), { execArgv: [] });
        busy.set(member, undefined);
        member.send(letter);
        member.on("message", (answer: string) => {
          const errand = busy.get(member);
          busy.set(member, undefined);
          errand?.done(
            deserialize(Buffer.from((JSON.parse(answer) as { result: string }).result, "base64")) as BlockResult,
          );
          assign();
        });
        member.on("exit", () => {
          const errand = busy.get(member);
          busy.delete(member);
          if (errand) waiting.push(errand); // given again, to whoever comes next
          assign();
        });
      }
      function assign(): void {
        for (const [member, errand] of busy) {
          if (errand || waiting.length === 0) continue;
          const [next] = waiting.splice(order.below(waiting.length), 1);
          busy.set(member, next);
          given.set(member, (given.get(member) ?? 0) + 1);
          if (deaths.count === 0 && given.get(member) === 2) {
            deaths.count++;
            hire();
            member.kill("SIGKILL");
          } else member.send(JSON.stringify({ block: next.block }));
        }
      }
      for (let k = 0; k < count; k++) hire();
      return Promise.resolve({
        lanes: 2 * count,
        run: (block) =>
          new Promise<BlockResult>((done) => {
            waiting.push({ block, done });
            assign();
          }),
        close() {
          for (const member of busy.keys()) member.kill();
          return Promise.resolve();
        },
      });
    },
  };
}

/** The same with its shared memory copied: that cannot be sent. */
function unshared(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return (value as Uint8Array).slice();
  if (Array.isArray(value)) return value.map(unshared);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, unshared(held)]));
}
