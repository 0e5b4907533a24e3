/** Colours of the style sheet, from that of the best configuration to that of the worst. */
export const TONES = 8;

/** Returns the number of the colour of a configuration by its place among `count` in the leaderboard. */
export function toneOf(rank: number, count: number): number {
  return Math.floor((rank * TONES) / Math.max(1, count));
}
