import type { Problem } from "../problem.ts";
import { errorAt } from "../source-text.ts";
import { toData, type SpecNode } from "../spec-node.ts";
import { statement } from "../../statement.ts";

/** Returns that a number is no share, if so: 95 is not 95 %. */
export function checkShare(written: SpecNode, name: string): Problem[] {
  const value = toData(written);
  if (typeof value !== "number" || (value >= 0 && value <= 1)) return [];
  const isPercent = value > 1 && value <= 100;
  const hint = isPercent ? `Write ${Number((value / 100).toPrecision(12))}` : undefined;
  const rule = { subject: name, allowed: "a share from 0 to 1", found: value };
  return [errorAt(written.place, statement("wrong-value", rule, hint))];
}
