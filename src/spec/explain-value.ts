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
  if (isValid(schema, [value])) return `Write [${String(value)}]`;
  if (typeof value !== "string") return undefined;
  const meant = numberMeant(value);
  if (meant !== undefined && isValid(schema, meant)) return `Write ${meant}, without quotes or separators`;
  if (isListMeant(value, schema)) return `Write [${value.trim()}]`;
  const nearest = nearestWord(value, allowedWords(schema));
  return nearest === undefined ? undefined : `Write ${nearest}`;
}

/** Returns the number behind "1_000", "0.5" in quotes, or "0,5"; "1,000" may mean too much. */
function numberMeant(text: string): number | undefined {
  const bare = text.trim().replaceAll("_", "");
  const number = /^\d+,\d+$/.test(bare) && !/^[1-9]\d*,\d{3}$/.test(bare) ? bare.replace(",", ".") : bare;
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(number) ? Number(number) : undefined;
}

/** Returns whether a text is values of the schema with commas between them, and only lacks its brackets. */
function isListMeant(text: string, schema: Schema): boolean {
  const parts = text.split(",").map((part) => numberMeant(part) ?? part.trim());
  if (parts.length < 2 || parts.length > 100) return false;
  return isValid(schema, parts) || parts.every((part) => isValid(schema, part));
}
