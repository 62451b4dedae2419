import { type FileColumns } from "./columns.ts";
import { hash } from "./hash.ts";
import { type Identity, type Leaf, type Study } from "./study.ts";
import { type Intake, type Table } from "./table.ts";

/** What a command prints: text for people, and one JSON document for machines. */
export interface Printed<J = unknown> {
  text: string;
  json: J;
}
/** A job whose answer is what a command prints. */
export interface PrintedJob<R = unknown> extends Identity {
  kind: string;
  /** The command that repeats the request. */
  command: string;
  request: R;
  /** Fingerprints of what else the results depend on, such as code and networks, by name. */
  prints: Readonly<Record<string, string>>;
}
/** How such a job runs, and how its answer is made from its worlds. */
export interface Printing<J, T extends Intake> extends Omit<
  Study<Printed<J>, T>,
  "job" | "files" | "kept" | "as" | "since"
> {
  rows(table: T, worlds: readonly number[]): FileColumns;
}

/** The job with its key. */
export function printedJob<R>(
  kind: string,
  { ovation, ...job }: Pick<PrintedJob<R>, "ovation" | "command" | "request" | "prints">,
): PrintedJob<R> {
  const key = hash({ kind, version: ovation, request: job.request, prints: job.prints });
  return { kind, ovation, key, ...job };
}

/** From this many rows on, rows are also written as Parquet. */
const MANY = 10_000;

export function printedStudy<J, T extends Intake = Table>(job: PrintedJob, how: Printing<J, T>): Study<Printed<J>, T> {
  return {
    ...how,
    job,
    *files({ text, json }, table, worlds): Generator<Leaf> {
      const rows = how.rows(table, worlds);
      if (rows.length >= MANY) yield { path: "rows.parquet", ...rows };
      yield { path: "rows.csv", ...rows };
      yield { path: "answer.json", text: `${JSON.stringify(json, null, 2)}\n` };
      yield { path: "answer.txt", text: text.endsWith("\n") ? text : `${text}\n` };
    },
    kept: {
      path: "answer.json",
      what: "answer",
      read: (text) => ({ json: JSON.parse(text("answer.json")) as J, text: text("answer.txt") }),
    },
    as(saved) {
      const { ovation, key, command, prints } = saved as PrintedJob;
      return printedStudy({ ...job, ovation, key, command, prints }, how);
    },
    since: (saved) => changed(saved as PrintedJob, job),
  };
}

function changed(before: PrintedJob, now: PrintedJob): string[] {
  const version = before.ovation === now.ovation ? [] : [`version: was ${before.ovation}, is ${now.ovation}`];
  const names = new Set([...Object.keys(before.prints), ...Object.keys(now.prints)]);
  return [
    ...version,
    ...[...names].filter((name) => before.prints[name] !== now.prints[name]).map((name) => `${name} has changed`),
  ];
}
