/** One market of the Music Lab, and what a listener does there. */
export interface Market {
  listeners: number;
  influence: number;
  ranked: boolean;
  headStart: number;
  /** Of each song: how much it draws, and the chance that it is downloaded once tried. */
  appeal: readonly number[];
  liked: readonly number[];
}

/** All possible outcomes of one market, downloads of each song with their chance, listener by listener. */
export function outcomes(market: Market): { sold: number[]; chance: number }[] {
  let now = new Map<string, number>([[market.appeal.map(() => 0).join(), 1]]);
  for (let listener = 0; listener < market.listeners; listener++) {
    const next = new Map<string, number>();
    for (const [name, chance] of now) {
      const sold = name.split(",").map(Number);
      const add = (counts: number[], by: number): void => {
        if (by > 0) next.set(counts.join(), (next.get(counts.join()) ?? 0) + chance * by);
      };
      tries(market, sold).forEach((tried, k) => {
        add(sold, tried * (1 - market.liked[k]));
        add(
          sold.map((count, other) => count + Number(other === k)),
          tried * market.liked[k],
        );
      });
    }
    now = next;
  }
  return Array.from(now, ([name, chance]) => ({ sold: name.split(",").map(Number), chance }));
}

/** The chance that the next listener tries each song. */
function tries({ influence, ranked, headStart, appeal }: Market, sold: readonly number[]): number[] {
  const falling = [...sold].sort((a, b) => b - a);
  /** Mean place, from 1, of the songs that sold as many. */
  const place = (count: number): number => (falling.indexOf(count) + falling.lastIndexOf(count)) / 2 + 1;
  const parts = (weights: readonly number[]): number[] =>
    weights.map((weight) => weight / weights.reduce((sum, other) => sum + other, 0));
  const byAppeal = parts(appeal);
  const byDownloads =
    headStart === 0 && falling[0] === 0
      ? byAppeal
      : parts(sold.map((count) => (headStart + count) / (ranked ? place(count) : 1)));
  return byAppeal.map((share, k) => (1 - influence) * share + influence * byDownloads[k]);
}
