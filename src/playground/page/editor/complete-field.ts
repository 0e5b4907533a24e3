import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { Schema } from "../../../fields/schema/schema.ts";
import { descriptionOf, keysAround, schemasBelow } from "./fields-at.ts";

/** A line up to the cursor: before a key, and a key with its value so far. */
const START = /^(\s*(?:- +)*)[\w.]*$/;
const VALUE = /^(\s*(?:- +)*)([\w.]+):\s+(?:\[(?:[^\]]*,)?\s*)?[\w.-]*$/;

/** Completes the keys of an experiment, and the words that a field may have, by the schema of the command line. */
export function completeField(context: CompletionContext): CompletionResult | null {
  const line = context.state.doc.lineAt(context.pos);
  const text = line.text.slice(0, context.pos - line.from);
  const word = /[\w.-]*$/.exec(text)?.[0] ?? "";
  if (word === "" && !context.explicit) return null;
  const options = optionsFor(context, text, line.number);
  const result = { from: context.pos - word.length, options, validFor: /^[\w.-]*$/ };
  return options.length > 0 ? result : null;
}

function optionsFor({ state: { doc } }: CompletionContext, text: string, line: number): Completion[] {
  const [, indent] = START.exec(text) ?? [];
  if (indent !== undefined) return keyOptions(keysAround(doc, line, indent.length));
  const [, before, key] = VALUE.exec(text) ?? [];
  if (before === undefined || key === undefined) return [];
  return wordOptions(schemasBelow([...keysAround(doc, line, before.length), key]));
}

function keyOptions(keys: readonly string[]): Completion[] {
  const names = new Set(schemasBelow(keys).flatMap(({ properties = {} }) => Object.keys(properties)));
  return [...names].map((label) => {
    const info = descriptionOf(keys, label);
    return { label, type: "property", apply: `${label}: `, ...(info !== undefined && { info }) };
  });
}

function wordOptions(schemas: readonly Schema[]): Completion[] {
  const words = schemas.flatMap(({ enum: all = [], const: one, type }) => [
    ...all,
    ...(one === undefined ? [] : [one]),
    ...(type === "boolean" ? ["true", "false"] : []),
  ]);
  return [...new Set(words)].map((label) => ({ label, type: "constant" }));
}
