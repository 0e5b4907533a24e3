import type { NetworkConfiguration } from "../fields/configuration.ts";

/** Returns how many examples a batch has: `full`, and a default larger than the training part, mean all of it. */
export function batchExamples(
  { batchSize }: Pick<NetworkConfiguration, "batchSize">,
  trainExamples: number,
): number {
  return batchSize === "full" ? trainExamples : Math.min(batchSize, trainExamples);
}
