import { largestOf, smallestOf } from "../../math/extremes.ts";
import type { PageTrial } from "../../report/page/page-data.ts";
import { groupBy } from "../../results/group-by.ts";
import { counted } from "../../text/counted.ts";

/** Returns how many replicates settings have: "5 replicates"; of a race "3 to 12 replicates". */
export function replicatesText(trials: readonly Pick<PageTrial, "configuration" | "replicate">[]): string {
  const counts = [...groupBy(trials, ({ configuration }) => configuration).values()].map(
    (own) => new Set(own.map(({ replicate }) => replicate)).size,
  );
  const [least, most] = counts.length === 0 ? [0, 0] : [smallestOf(counts), largestOf(counts)];
  return least === most ? counted(most, "replicate") : `${least} to ${most} replicates`;
}
