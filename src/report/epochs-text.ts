/** Returns epochs for people, each once: "epoch 3", "epochs 1, 4". */
export function epochsText(epochs: readonly number[]): string {
  const different = [...new Set(epochs)].sort((a, b) => a - b);
  return `${different.length === 1 ? "epoch" : "epochs"} ${different.join(", ")}`;
}
