import type { Draft } from "../fields/draft.ts";
import type { DatasetVariant } from "../fields/dataset-variants.ts";
import { isShare, metricNamed } from "../../metrics/metrics.ts";
import type { Problem } from "../problem.ts";
import { entryAt, toFile } from "../spec-node.ts";
import { checkShare } from "./check-share.ts";
import { objectiveOf } from "./objective-of.ts";

/** Returns that the margin of a share is none, if so; the rest of the spec must be valid. */
export function checkMargin({ root }: Draft, datasets: readonly DatasetVariant[]): Problem[] {
  const written = entryAt(root, "report.margin")?.value;
  if (!written) return [];
  const { metric } = objectiveOf(toFile(root), datasets);
  return isShare(metricNamed(metric)) ? checkShare(written, `report.margin of ${metric}`) : [];
}
