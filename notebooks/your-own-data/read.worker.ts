import "../no-eval.ts";
import { opened } from "../../models/networks/formats/packed.ts";
import { readPeople } from "../../models/networks/formats/table/people.ts";
import { MOST_BYTES } from "../controls/unpacked.ts";
import { type Asked, readGiven, sent, type Sent } from "./reading.ts";

/** What the worker answers. */
export type Answer = { kind: "read"; read?: Sent } | { kind: "failed"; message: string };

async function read(asked: Asked): Promise<Sent | undefined> {
  if (!("people" in asked)) return sent(await readGiven(asked));
  const { name, bytes } = asked.people;
  const file = await opened(name, bytes, { kind: "people", most: MOST_BYTES });
  readPeople(file.bytes, file.name);
  return undefined;
}

self.addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  const tell = (answer: Answer): void => self.postMessage(answer);
  read(data).then(
    (found) => tell({ kind: "read", read: found }),
    (error: unknown) => tell({ kind: "failed", message: error instanceof Error ? error.message : String(error) }),
  );
});
