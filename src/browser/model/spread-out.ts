/** Returns at most `most` items, evenly spread over all of them, the first always among them. */
export function spreadOut<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, i) => items[Math.floor((i * items.length) / most)]!);
}
