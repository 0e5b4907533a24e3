import type { Warning } from "../results.ts";
import type { Findings } from "./findings.ts";

/** Warns when settings were tried once each, so that nothing is known of their spread. */
export function oneReplicate({ experiment }: Pick<Findings, "experiment">): Warning[] {
  if (experiment.replicates.count > 1 || experiment.base.kind === "function") return []; // nothing is left to chance
  const message =
    "Every setting was trained once, so differences may be chance and no interval is known. Set replicates: 3 or more.";
  return [{ code: "oneReplicate", message }];
}
