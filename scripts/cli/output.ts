/** Standard output is for the answer alone; all that is said on the way goes to standard error. */
export function answer(text: string): void {
  process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}

/** One JSON document; what does not exist (NaN, infinite) is null. */
export function answerJson(value: unknown): void {
  answer(
    JSON.stringify(value, (_, held: unknown) => (typeof held === "number" && !Number.isFinite(held) ? null : held), 2),
  );
}

export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

export const colored = (stream: NodeJS.WriteStream): boolean => stream.isTTY && !process.env.NO_COLOR;
