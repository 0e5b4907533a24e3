import { shareAt, type NumberDistribution } from "../../spec/distribution.ts";

/** Values this close to an end, as a share of what a search draws from, are said to lie there. */
const NEAR = 0.05;

/**
 * Returns at which end of what a search draws from a value lies, and how far to draw instead, if the value lies near one.
 *
 * @param isAllowed Whether the field may have a value.
 */
export function drawnEdge(
  distribution: NumberDistribution,
  value: number,
  isAllowed: (value: number) => boolean,
): { readonly side: "smallest" | "largest"; readonly end: number; readonly wider: number } | undefined {
  const { from, to, isLog, kind } = distribution;
  const share = shareAt(distribution, value);
  if (share === undefined || (share >= NEAR && share <= 1 - NEAR)) return undefined;
  const side = share < NEAR ? "smallest" : "largest";
  const end = side === "smallest" ? from : to;
  const other = side === "smallest" ? to : from;
  const beyond = isLog
    ? Number((end * (side === "smallest" ? 0.1 : 10)).toPrecision(6))
    : end + (end - other) / 2;
  const wider = kind === "integers" ? Math.round(beyond) : beyond;
  return isAllowed(wider) && wider !== end ? { side, end, wider } : undefined;
}
