import { WEIGHT_LEVELS } from "./portrait.ts";

/** The weight of full colour: only this share of a unit's weights is larger. */
const LARGEST_SHARE = 0.03;

/**
 * Returns the weights of a unit from its inputs, from -WEIGHT_LEVELS to WEIGHT_LEVELS.
 * @param inked 1 for each pixel that has ink in a training example. The weights of others never move from their random start: 0.
 */
export function weightLevels(weights: Float32Array, inked: Uint8Array): number[] {
  const sizes = weights
    .map(Math.abs)
    .filter((_, i) => inked[i] === 1)
    .sort((a, b) => b - a);
  const full = sizes[Math.floor(sizes.length * LARGEST_SHARE)] || 1;
  return Array.from(weights, (weight, i) => {
    const level = inked[i] === 1 ? Math.round((weight / full) * WEIGHT_LEVELS) : 0;
    return Math.max(-WEIGHT_LEVELS, Math.min(WEIGHT_LEVELS, level)) || 0; // never -0
  });
}
