/** Returns the weights and biases of a network. @param sizes Units of every layer, the inputs first: [784, 30, 10]. */
export function countParameters(sizes: readonly number[]): number {
  let count = 0;
  for (let layer = 1; layer < sizes.length; layer++) count += (sizes[layer - 1]! + 1) * sizes[layer]!;
  return count;
}
