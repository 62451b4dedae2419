/**
 * Puts `value` among the rising values at first … end − 1, moving larger ones up by one; false, and
 * nothing changes, if it is there already. Time grows with end − first: for short rows.
 */
export function insert(values: Uint32Array, first: number, end: number, value: number): boolean {
  let at = end;
  while (at > first && values[at - 1] > value) at--;
  if (at > first && values[at - 1] === value) return false;
  for (let k = end; k > at; k--) values[k] = values[k - 1];
  values[at] = value;
  return true;
}
