import type { PageData } from "../../report/page/page-data.ts";
import { lengthUnit } from "../../results/length-unit.ts";

/** Returns what the trials of some results count. */
export function unitOf({ metrics }: Pick<PageData, "metrics">): "epoch" | "step" {
  return lengthUnit({ metrics: metrics.map((name) => ({ name })) });
}
