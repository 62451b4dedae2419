/**
 * Lists of whole numbers, one a node, that grow one entry at a time. A list that is full moves to a
 * place twice as large in one pool, so a step takes constant time on average and the pool at most
 * four times the entries. The list of i stands in `pool` at `starts[i]`, `lengths[i]` long.
 */
export interface GrowingRows {
  pool: Uint32Array;
  starts: Uint32Array;
  lengths: Uint32Array;
  rooms: Uint32Array;
  used: number;
}

/** Empty lists, with room for `entries` entries before the pool itself must grow. */
export function growingRows(size: number, entries: number): GrowingRows {
  const make = (): Uint32Array => new Uint32Array(size);
  return { pool: new Uint32Array(entries), starts: make(), lengths: make(), rooms: make(), used: 0 };
}

export function append(rows: GrowingRows, i: number, value: number): void {
  const { starts, lengths, rooms } = rows;
  if (lengths[i] === rooms[i]) {
    const room = Math.max(4, 2 * rooms[i]);
    if (rows.used + room > rows.pool.length) {
      const larger = new Uint32Array(2 * rows.pool.length + room);
      larger.set(rows.pool);
      rows.pool = larger;
    }
    rows.pool.copyWithin(rows.used, starts[i], starts[i] + lengths[i]);
    starts[i] = rows.used;
    rooms[i] = room;
    rows.used += room;
  }
  rows.pool[starts[i] + lengths[i]++] = value;
}
