/** A share of the noise that stays from one week to the next. */
const STAYS = 0.8;

/** Messages of this week become noise, each as much as the program of its sender has it; noise fades. */
export function settleNoise(noise: Float32Array, heard: readonly { messages: Uint8Array; clutter: number }[]): void {
  if (heard.every(({ clutter }) => clutter === 0)) return;
  for (let i = 0; i < noise.length; i++) {
    let added = 0;
    for (const { messages, clutter } of heard) added += clutter * messages[i];
    if (noise[i] > 0 || added > 0) noise[i] = STAYS * noise[i] + added;
  }
}
