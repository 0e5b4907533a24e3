import { allowedWords, describeSchema } from "./describe-schema.ts";
import { mapTitle } from "./field-path.ts";
import type { Finding } from "./finding.ts";
import { isValid, valueSchema, type Schema } from "./experiment-schema.ts";
import { nearestWord } from "./nearest-word.ts";
import { errorAt } from "./source-text.ts";
import { quoteNode, type SpecNode } from "./spec-node.ts";

/** Returns that a value does not fit a schema as a whole: what must hold, what was found, what to write instead. */
export function explainValue(node: SpecNode, schema: Schema, path: string): Finding {
  const value = valueSchema(schema);
  const isEmpty = node.kind === "list" && node.items.length === 0;
  const rule = isEmpty ? "a list of values must hold at least one" : `it must be ${describeSchema(value)}`;
  const message = `Cannot use ${mapTitle(path)} as ${rule}: ${quoteNode(node)}`;
  return { path, problem: errorAt(node.place, { message, hint: hintFor(node, value) }) };
}

function hintFor(node: SpecNode, schema: Schema): string | undefined {
  if (node.kind !== "scalar") return undefined;
  const { value } = node;
  if (schema.type === "array" && isValid(schema, [value])) return `Write [${String(value)}]`;
  if (typeof value !== "string") return undefined;
  const meant = numberMeant(value);
  if (meant !== undefined && isValid(schema, meant)) return `Write ${meant}, without quotes or separators`;
  const nearest = nearestWord(value, allowedWords(schema));
  return nearest === undefined ? undefined : `Write ${nearest}`;
}

/** Returns the number behind "1_000", "0.5" in quotes, or "0,5". */
function numberMeant(text: string): number | undefined {
  const bare = text
    .trim()
    .replaceAll("_", "")
    .replace(/^(\d+),(\d+)$/, "$1.$2");
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(bare) ? Number(bare) : undefined;
}
