/** A share of the noise that stays from one week to the next. */
const STAYS = 0.8;

/** Messages of this week become noise, which fades. */
export function settleNoise({ noise, messages }: { noise: Float32Array; messages: Uint8Array }, clutter: number): void {
  if (clutter === 0) return;
  for (let i = 0; i < noise.length; i++)
    if (noise[i] > 0 || messages[i] > 0) noise[i] = STAYS * noise[i] + clutter * messages[i];
}
