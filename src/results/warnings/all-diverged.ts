import type { Warning } from "../results.ts";
import type { Findings } from "./findings.ts";

/** Warns when no trial trained to its end because every one diverged. */
export function allDiverged({ trials }: Pick<Findings, "trials">): Warning[] {
  if (!trials.every(({ status }) => status === "diverged")) return [];
  const message =
    "Every trial diverged, so there is no best setting. Use a smaller eta: divide it by 10 until training holds.";
  return [{ code: "allDiverged", message }];
}
