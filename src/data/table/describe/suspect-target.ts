import type { CategoryColumn } from "../reading/table.ts";
import type { Subject } from "./subject.ts";
import { suspectSpelling, suspectWords } from "./suspect-words.ts";
import { suspectMixed, suspectNumbers } from "./suspect-numbers.ts";
import type { Found } from "./suspicion.ts";

const SMALL_CLASS = 5;
const MOST_NUMBERED = 20;

/** Returns what is odd about a column to predict. */
export function suspectTarget(subject: Subject): Found | undefined {
  const { column, facts, table } = subject;
  const mixed = suspectMixed(subject);
  if (mixed) return mixed;
  if (facts.isConstant)
    return { kind: "constant", message: "one and the same value everywhere: nothing to predict" };
  const written = suspectWords(subject);
  if (written) return written;
  if (column.kind === "category") return suspectSpelling(column) ?? smallClasses(column, table.rows);
  const few = facts.numbers?.few?.length ?? Infinity;
  if (!facts.numbers?.isWhole || few > MOST_NUMBERED || few > table.rows / 4) return suspectNumbers(subject);
  return {
    kind: "numberedClasses",
    message: `${few} different whole numbers: if they are classes, write categories: [${column.name}]`,
  };
}

function smallClasses(column: CategoryColumn, rows: number): Found | undefined {
  const counts = countWords(column, rows);
  const small = [...counts].filter(([, count]) => count < SMALL_CLASS);
  if (small.length === 0) return undefined;
  const listed = small.slice(0, 10).map(([word, count]) => `${word} ${count}`);
  const rest = small.length > 10 ? `, and ${small.length - 10} more` : "";
  return {
    kind: "smallClass",
    message: `classes with fewer than ${SMALL_CLASS} examples: ${listed.join(", ")}${rest}`,
  };
}

/** Returns how often each word of a column occurs, sorted by the words. */
export function countWords({ values }: CategoryColumn, rows: number): Map<string, number> {
  const counts = new Uint32Array(values.words.length + 1);
  for (let row = 0; row < rows; row++) counts[values.at(row)]! += 1;
  const pairs = values.words.map((word, code) => [word, counts[code + 1]!] as const);
  return new Map(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}
