import type { Group } from "../../spec/expectation.ts";
import { nameOf } from "../../fields/field-path.ts";

const SIGNS: Readonly<Record<string, string>> = { gt: ">", gte: ">=", lt: "<", lte: "<=", ne: "is not" };

/** Returns which configurations a pattern means: "eta >= 10, loss = quadratic"; "" for all. */
export function groupText({ written }: Pick<Group, "written">): string {
  return Object.entries(written)
    .map(([path, condition]) => conditionText(nameOf(path), condition))
    .join(", ");
}

function conditionText(name: string, condition: unknown): string {
  if (isComparison(condition)) {
    const signs = Object.entries(condition).map(([key, value]) => `${SIGNS[key]} ${dataText(value)}`);
    return `${name} ${signs.join(" and ")}`;
  }
  const isList = Array.isArray(condition) && !isHidden(name, condition);
  const values: readonly unknown[] = isList ? condition : [condition];
  return `${name} = ${values.map(dataText).join(" or ")}`;
}

/** The one field whose single value is a list. */
function isHidden(name: string, condition: readonly unknown[]): boolean {
  return name === "hidden" && condition.every((item) => typeof item === "number");
}

function isComparison(condition: unknown): condition is Readonly<Record<string, unknown>> {
  if (typeof condition !== "object" || condition === null || Array.isArray(condition)) return false;
  return Object.keys(condition).every((key) => key in SIGNS);
}

function dataText(data: unknown): string {
  return typeof data === "string" ? data : JSON.stringify(data);
}
