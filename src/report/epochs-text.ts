const MOST_LISTED = 3;

/** Returns epochs, or steps, for people, each once: "epoch 3", "epochs 1, 4", and of many only the first and the last. */
export function epochsText(epochs: readonly number[], unit: "epoch" | "step"): string {
  const different = [...new Set(epochs)].sort((a, b) => a - b);
  if (different.length === 1) return `${unit} ${different[0]}`;
  if (different.length <= MOST_LISTED) return `${unit}s ${different.join(", ")}`;
  return `${unit}s ${different[0]} to ${different.at(-1)}`;
}
