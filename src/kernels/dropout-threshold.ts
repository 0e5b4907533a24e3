/** Returns the random 32-bit word from which on a unit is kept. @param rate Share of the units to leave out. */
export function dropoutThreshold(rate: number): number {
  return Math.floor(rate * 4294967296);
}
