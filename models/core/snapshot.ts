import { chance, streamKeys, type Streams } from "./chance.ts";
import { columnList, makeColumns, type State } from "./columns.ts";
import { type Definition } from "./define.ts";
import { digest, digestText } from "./digest.ts";
import { fingerprint } from "./fingerprint.ts";
import { type Network } from "./network.ts";
import { type Given, type Parameters } from "./parameters.ts";
import { refuse } from "./resolve.ts";
import { resume, settle, type World } from "./world.ts";

const MAGIC = "ovation world 1\n";
const UNREADABLE = "snapshot: damaged; its header cannot be read";

interface Header {
  model: string;
  /** Digest of the names and kinds of columns and streams, which the rest of the file depends on. */
  layout: string;
  network: string;
  given: Record<string, unknown>;
  seed: string;
  world: number;
  time: number;
  resting: boolean;
  places: Record<string, number[]>;
  digest: string;
}

/** A world as bytes: a magic line, a line of JSON, and the columns in little-endian order. */
export function save<P extends Parameters, S extends State, R extends Streams, M extends string>(
  world: World<P, S, R, M>,
): Uint8Array {
  const columns = columnList(world.state);
  const header: Header = {
    model: world.model.name,
    layout: layout(world.model),
    network: fingerprint(world.network),
    given: world.given,
    seed: world.seed,
    world: world.world,
    time: world.time,
    resting: world.resting,
    places: world.places(),
    digest: "",
  };
  header.digest = digest(new TextEncoder().encode(JSON.stringify(header)), ...columns);
  const head = new TextEncoder().encode(`${MAGIC}${JSON.stringify(header)}\n`);
  const bytes = new Uint8Array(head.length + columns.reduce((sum, { byteLength }) => sum + byteLength, 0));
  bytes.set(head);
  let at = head.length;
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  return bytes;
}

/**
 * The world that `save` wrote. From there on it equals, bit for bit, a world that was never interrupted. Throws
 * `RangeError` if the bytes are damaged or belong to another version, model or network.
 */
export function load<P extends Parameters, S extends State, R extends Streams, M extends string>(
  model: Definition<P, S, R, M>,
  network: Network,
  bytes: Uint8Array,
): World<P, S, R, M> {
  const { header, at } = readHeader(bytes);
  refuse([
    ...(header.model === model.name ? [] : [`snapshot: the model must be ${model.name}, got ${header.model}`]),
    ...(header.layout === layout(model)
      ? []
      : [`snapshot: the columns or streams of ${model.name} have changed since the snapshot was saved`]),
    ...(header.network === fingerprint(network)
      ? []
      : ["snapshot: the network must be the one it was saved on, got another"]),
  ]);
  const state = makeColumns(model.state, network.size);
  let from = at;
  for (const column of columnList(state)) {
    const part = bytes.slice(from, (from += column.byteLength));
    if (part.length === column.byteLength) new Uint8Array(column.buffer).set(part);
  }
  const found = digest(new TextEncoder().encode(JSON.stringify({ ...header, digest: "" })), ...columnList(state));
  if (from !== bytes.length || found !== header.digest)
    throw new RangeError("snapshot: damaged; its bytes do not match its digest");
  const own = chance(model.streams, streamKeys(header.seed, model.streams), header.world);
  own.restore(header.places);
  const { seed, world, time, resting } = header;
  const given = header.given as Given<P>;
  const parameters = settle(model, network, given);
  return resume({ model, network, parameters, given, seed, world, state, time, resting }, own);
}

function readHeader(bytes: Uint8Array): { header: Header; at: number } {
  const magic = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC)
    throw new RangeError(
      `snapshot: must start with "${MAGIC.trim()}"; this is another kind of file or another version`,
    );
  const end = bytes.indexOf(10, MAGIC.length);
  const text = new TextDecoder().decode(bytes.subarray(MAGIC.length, Math.max(end, MAGIC.length)));
  if (!text.startsWith("{")) throw new RangeError(UNREADABLE);
  try {
    return { header: JSON.parse(text) as Header, at: end + 1 };
  } catch {
    throw new RangeError(UNREADABLE);
  }
}

function layout({ state, streams }: { state: State; streams: Streams }): string {
  const columns = Object.entries(state).map(([name, { type }]) => `${name}:${type}`);
  return digestText(JSON.stringify([columns, Object.entries(streams)]));
}
