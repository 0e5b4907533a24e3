import { valueSchema } from "../../../fields/experiment-schema.ts";
import { mapTitle } from "../../../fields/field-path.ts";
import { allowedWords, describeSchema } from "../../../fields/schema/describe-schema.ts";
import { isValid } from "../../../fields/schema/is-valid.ts";
import { type Schema, branchesOf } from "../../../fields/schema/schema.ts";
import { METRICS } from "../../../metrics/metrics.ts";
import { spacingHint } from "../../document/yaml/spacing-hint.ts";
import { errorAt } from "../../source-text.ts";
import { type ScalarNode, type SpecNode, quoteNode } from "../../spec-node.ts";
import { exampleHint } from "./example-hint.ts";
import type { Finding } from "./finding.ts";
import { meantWord, metricsMeant, wordsOfKind } from "./meant-word.ts";
import { slipHint } from "./slip-hint.ts";
import type { KeyScope } from "./suggest-key.ts";
import { statement } from "../../../statement.ts";

/** Returns that a value does not fit a schema as a whole: what is allowed, what was found, what to write instead. */
export function explainValue(
  node: SpecNode,
  schema: Schema,
  { path, kind }: Pick<KeyScope, "path" | "kind">,
): Finding {
  const narrow = (words: readonly string[]) => wordsOfKind(words, kind);
  const isEmpty = node.kind === "list" && node.items.length === 0;
  const rule = isEmpty
    ? { verb: "must have", allowed: "at least one value in its list" }
    : { allowed: describeSchema(valueSchema(schema), { narrow }) };
  const broken = { subject: mapTitle(path), ...rule, found: quoteNode(node) };
  const wrong = statement("wrong-value", broken, hintForValue(node, schema, { path, kind }));
  return { path, problem: errorAt(node.place, wrong) };
}

/** Returns what to write instead of a value that fits nothing: what was probably meant, or else an example. */
function hintForValue(
  node: SpecNode,
  schema: Schema,
  { path, kind }: Pick<KeyScope, "path" | "kind">,
): string | undefined {
  if (path === "" && node.kind === "scalar")
    return spacingHint(String(node.value)) ?? "Write lines of key: value, with a space after each colon";
  const value = valueSchema(schema);
  if (node.kind === "scalar" && typeof node.value === "number") {
    const hint = hintForNumber(node.value, value, path);
    return hint ?? (branchesOf(value).some(isNumeric) ? undefined : exampleHint(schema));
  }
  const file = path === "dataset" && node.kind === "scalar" ? fileHint(String(node.value)) : undefined;
  if (file !== undefined) return file;
  const hint = node.kind === "scalar" ? hintForText(node.value, value, { path, kind }) : undefined;
  const isOfWords = branchesOf(value).every(({ enum: words }) => words);
  return hint ?? (isOfWords ? undefined : exampleHint(schema));
}

/** A file of the user is a data set with options: its path and the column to predict. */
function fileHint(text: string): string | undefined {
  const format = /\.(csv|tsv|txt|jsonl|ndjson)$/i.exec(text)?.[1]?.toLowerCase();
  if (format === undefined) return undefined;
  const name = format === "jsonl" || format === "ndjson" ? "jsonl" : "csv";
  return `Write {name: ${name}, path: ${text.replace(/^\.\//, "")}, target: COLUMN}, with the name of the column to predict`;
}

function isAlwaysMeasured(name: string): boolean {
  return METRICS.some((metric) => metric.name === name && metric.isDefault);
}

function isNumeric({ type }: Schema): boolean {
  return type === "number" || type === "integer";
}

function hintForNumber(value: number, schema: Schema, path: string): string | undefined {
  if (isValid(schema, [value])) return `Write [${value}]`;
  const isBound = /\.logspace\.(from|to)$/.test(path);
  const power = Number(`1e${value}`);
  return isBound && isValid(schema, power)
    ? `Write ${power} if you mean 10 to the power ${value}`
    : undefined;
}

function hintForText(
  value: ScalarNode["value"],
  schema: Schema,
  { path, kind }: Pick<KeyScope, "path" | "kind">,
): string | undefined {
  if (isValid(schema, [value])) return `Write [${String(value)}]`;
  if (typeof value !== "string") return undefined;
  const reference = /\$\{?([\w.]+)/.exec(value)?.[1];
  if (reference !== undefined) return `Write \${${reference}} and nothing else: a reference is a whole value`;
  const number = numberMeant(value);
  if (number !== undefined && isValid(schema, number)) return `Write ${number}, without quotes or separators`;
  const slip = slipHint(value, schema);
  if (slip !== undefined) return slip;
  const flag = /^(?:(true|yes|on)|false|no|off)$/i.exec(value);
  if (flag && isValid(schema, true)) return `Write ${flag[1] !== undefined}, without quotes`;
  const list = listMeant(value, schema);
  if (list !== undefined) return `Write [${list}]`;
  const meant = meantWord(value, wordsOfKind(allowedWords(schema), kind));
  if (meant !== undefined) return `Write ${meant}`;
  const measured = path === "metrics" ? metricsMeant(value).find(isAlwaysMeasured) : undefined;
  return measured === undefined ? undefined : `Remove it: ${measured} is always measured`;
}

/** Returns the number that "1_000", "0.5" in quotes or "0,5" means; "1,000" has two meanings. */
function numberMeant(text: string): number | undefined {
  const bare = text.trim().replaceAll("_", "");
  const number = /^\d+,\d+$/.test(bare) && !/^[1-9]\d*,\d{3}$/.test(bare) ? bare.replace(",", ".") : bare;
  return /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(number) ? Number(number) : undefined;
}

/** Returns the values in a text without the brackets around them, or without the spaces after the dashes. */
function listMeant(text: string, schema: Schema): string | undefined {
  const bare = text.trim().replace(/^\((.*)\)$/, "$1");
  const words = /^-\S+( -\S+)*$/.test(text) ? text.slice(1).split(" -") : bare.trim().split(/ *, *| +/);
  if (words.length < 2 || words.length > 100) return undefined;
  const values = words.map((word) => numberMeant(word) ?? word);
  const isList = isValid(schema, values) || values.every((value) => isValid(schema, value));
  return isList ? words.join(", ") : undefined;
}
