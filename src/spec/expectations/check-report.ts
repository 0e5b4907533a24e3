import { isShare, metricNamed } from "../../metrics/metrics.ts";
import type { DatasetVariant } from "../fields/dataset-variants.ts";
import type { Draft } from "../fields/draft.ts";
import { kindOf } from "../grid/kind-of.ts";
import { SPEC_KINDS } from "../grid/kinds/spec-kinds.ts";
import type { Problem } from "../problem.ts";
import { errorAt } from "../source-text.ts";
import { entryAt, toData, toFile } from "../spec-node.ts";
import { checkShare } from "./check-share.ts";
import { objectiveOf } from "./objective-of.ts";
import { statement } from "../../statement.ts";

/** Returns that the margin of a share is no share, if so; the rest of the spec must be valid. */
export function checkMargin({ root }: Draft, datasets: readonly DatasetVariant[]): Problem[] {
  const written = entryAt(root, "report.margin")?.value;
  if (!written) return [];
  const { metric } = objectiveOf(toFile(root), datasets);
  return isShare(metricNamed(metric)) ? checkShare(written, `report.margin of ${metric}`) : [];
}

/** Returns that fresh replicates are requested where nothing is random, if so. */
export function checkConfirm({ root }: Draft): Problem[] {
  const written = entryAt(root, "report.confirm")?.value;
  if (!written || SPEC_KINDS[kindOf(root)].isRandom || toData(written) === 0) return [];
  const found = SPEC_KINDS[kindOf(root)].noun;
  const rule = { subject: "report.confirm", verb: "needs", allowed: "random numbers", found };
  return [errorAt(written.place, statement("foreign-field", rule, "Remove confirm"))];
}
