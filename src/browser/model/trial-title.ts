import type { PageData, PageTrial } from "../../report/page/page-data.ts";

/** Returns what a trial is called: "eta = 0.3, replicate 1". */
export function trialTitle(
  { configurations }: PageData,
  { configuration, fold, replicate }: PageTrial,
): string {
  return `${configurations[configuration]!.setting}, ${fold === undefined ? "" : `fold ${fold}, `}replicate ${replicate}`;
}
