/** Returns why a replicate has no value of a metric. */
export function noValueText(metric: string): string {
  return metric === "epochsToTarget" ? "diverged, failed or never reached the target" : "diverged or failed";
}
