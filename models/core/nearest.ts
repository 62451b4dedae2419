/**
 * The candidate with the fewest edits from `word`, or undefined if none is close enough to be meant. Of equally near
 * ones it is the candidate that begins and ends most like the word, then the first.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let likeness = 0;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > least) continue;
    const [a, b] = [word.toLowerCase(), candidate.toLowerCase()];
    const distance = edits(a, b);
    const nearer = distance < least || (distance === least && best !== undefined && alike(a, b) > likeness);
    if (nearer) [best, least, likeness] = [candidate, distance, alike(a, b)];
  }
  return best;
}

/** `x is not a parameter; did you mean y? known: a, b, c`, with at most 20 names. */
export function unknownName(word: string, what: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  const shown = candidates.length > 20 ? [...candidates.slice(0, 20), "…"] : candidates;
  return `${word} is not ${what}${near ? `; did you mean ${near}?` : ";"} known: ${shown.join(", ") || "none"}`;
}

/** How many letters two words share at their beginnings and at their ends. */
function alike(a: string, b: string): number {
  const shortest = Math.min(a.length, b.length);
  let head = 0;
  while (head < shortest && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shortest - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return head + tail;
}

/** The number of insertions, deletions, replacements and swaps of neighbours (Damerau 1964, optimal alignment). */
function edits(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}
