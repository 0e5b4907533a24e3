import type { Problem } from "../problem.ts";
import { errorAt } from "../source-text.ts";
import { toData, type SpecNode } from "../spec-node.ts";

/** Returns that a number is no share, if so: 95 is not 95 %. */
export function checkShare(written: SpecNode, name: string): Problem[] {
  const value = toData(written);
  if (typeof value !== "number" || (value >= 0 && value <= 1)) return [];
  const message = `${name} must be a share from 0 to 1 (got ${value})`;
  const isPercent = value > 1 && value <= 100;
  return [
    errorAt(written.place, {
      code: "wrong-value",
      message,
      ...(isPercent && { hint: `Write ${Number((value / 100).toPrecision(12))}` }),
    }),
  ];
}
