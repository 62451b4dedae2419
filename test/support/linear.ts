/** The solution of a·x = b by elimination with the largest pivot; for systems of a hundred unknowns at most. */
export function solve(a: readonly (readonly number[])[], b: readonly number[]): number[] {
  const rows = a.map((row, i) => [...row, b[i]]);
  const n = rows.length;
  for (let p = 0; p < n; p++) {
    const best = rows.slice(p).reduce((at, row, k) => (Math.abs(row[p]) > Math.abs(rows[at][p]) ? p + k : at), p);
    [rows[p], rows[best]] = [rows[best], rows[p]];
    for (let i = 0; i < n; i++) {
      if (i === p || rows[i][p] === 0) continue;
      const factor = rows[i][p] / rows[p][p];
      for (let j = p; j <= n; j++) rows[i][j] -= factor * rows[p][j];
    }
  }
  return rows.map((row, p) => row[n] / row[p]);
}
