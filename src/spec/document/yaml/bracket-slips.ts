import { isMap, isScalar, visit, type Document, type Pair, type YAMLMap } from "yaml";
import type { Problem } from "../../problem.ts";
import { errorAt, type SourceText } from "../../source-text.ts";
import { statement, type BrokenRule } from "../../../statement.ts";

/** A number that a comma cuts in two, and a key that is only its end. */
const CUT = /(?<![\d.])[1-9]\d{0,2},$/;

/**
 * Returns problems of what is valid YAML but cannot be meant: lists in round or curly brackets, and numbers with commas
 * between thousands, in maps on one line. YAML reads their parts as keys.
 */
export function bracketSlips(document: Document.Parsed, source: SourceText): Problem[] {
  const problems: Problem[] = [];
  const report = ({ start, end, rule, hint }: Slip): void => {
    const found = source.text.slice(start, end);
    const wrong = statement("yaml-syntax", { ...rule, found }, hint);
    problems.push(errorAt({ source, start, end }, wrong));
  };
  visit(document, {
    Map: (_, map) => {
      const [start, end] = map.range ?? [0, 0];
      if (!map.flow || map.items.length === 0 || !map.items.every(isLoneNumber)) return undefined;
      report({ start, end, rule: LIST, hint: `Write [${source.text.slice(start + 1, end - 1).trim()}]` });
      return visit.SKIP;
    },
    Pair: (_, pair, path) => {
      const slip = isInFlow(path.at(-1)) ? slipOf(pair, source.text) : undefined;
      if (!slip) return undefined;
      report(slip);
      return visit.BREAK; // the rest of the map are its parts
    },
  });
  return problems;
}

/** Something that is YAML but cannot be meant, and where it is. */
interface Slip {
  readonly start: number;
  readonly end: number;
  readonly rule: Omit<BrokenRule, "found">;
  readonly hint: string;
}

const LIST = { subject: "A list", allowed: "in square brackets" };
const NUMBER = { subject: "A number", verb: "must have", allowed: "no comma between thousands" };

function slipOf({ key, value }: Pair, text: string): Slip | undefined {
  if (isScalar(key) && value === null && key.range) {
    const [start, end] = key.range;
    const before = CUT.exec(text.slice(Math.max(0, start - 4), start))?.[0];
    const digits = text.slice(start, end);
    if (before !== undefined && /^\d{3}$/.test(digits))
      return {
        start: start - before.length,
        end,
        rule: NUMBER,
        hint: `Write ${before.slice(0, -1)}${digits}`,
      };
  }
  if (!isScalar(value) || typeof value.value !== "string" || !value.range) return undefined;
  const [start] = value.range;
  const list = /^\(([^()\n]*)\)/.exec(text.slice(start));
  const isWhole = list === null || value.value.endsWith(")");
  return isWhole
    ? undefined
    : { start, end: start + list[0].length, rule: LIST, hint: `Write [${list[1]!.trim()}]` };
}

function isLoneNumber({ key, value }: Pair): boolean {
  return isScalar(key) && typeof key.value === "number" && value === null;
}

function isInFlow(parent: unknown): parent is YAMLMap {
  return isMap(parent) && parent.flow === true;
}
