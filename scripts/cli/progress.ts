import { SingleBar } from "cli-progress";

/** How far a job is: a bar on a terminal, a line every few seconds elsewhere, nothing when quiet. */
export interface Progress {
  wanted(total: number): void;
  add(count: number): void;
  stop(): void;
}

const LINE_MS = 3000;

export function progress(what: string, quiet: boolean, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (quiet) return { wanted: () => undefined, add: () => undefined, stop: () => undefined };
  return stream.isTTY ? bar(what, stream) : lines(what, stream);
}

function bar(what: string, stream: NodeJS.WriteStream): Progress {
  const format = `${what} [{bar}] {percentage} %  {value} of {total}  {eta_formatted} left`;
  const shown = new SingleBar({ format, stream, hideCursor: true, etaBuffer: 100, barsize: 24, fps: 8 });
  let total = 0;
  let done = 0;
  shown.start(0, 0);
  return {
    wanted: (worlds) => shown.setTotal((total = worlds)),
    add: (count) => shown.update(Math.min(total, (done += count))),
    stop: () => shown.stop(),
  };
}

function lines(what: string, stream: NodeJS.WriteStream): Progress {
  const began = performance.now();
  let last = began;
  let total = 0;
  let done = 0;
  // Starting up, and worlds done by an earlier process, say nothing about the speed of worlds.
  let first: { at: number; done: number } | undefined;
  let reported = 0;
  const line = (): void => {
    reported = done;
    const seconds = (performance.now() - began) / 1000;
    const since = first && done > first.done ? (performance.now() - first.at) / (done - first.done) : undefined;
    const left = since === undefined ? "" : `, about ${Math.ceil((since * (total - done)) / 1000)} s left`;
    stream.write(`${what}: ${done} of ${total}${done < total ? left : `, ${seconds.toFixed(1)} s`}\n`);
  };
  return {
    wanted: (worlds) => (total = worlds),
    add(count) {
      done += count;
      if (done > 0) first ??= { at: performance.now(), done };
      if (performance.now() - last < LINE_MS) return;
      last = performance.now();
      line();
    },
    stop: () => {
      if (last > began && reported < done) line(); // short jobs say nothing
    },
  };
}
