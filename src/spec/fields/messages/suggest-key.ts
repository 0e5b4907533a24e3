import { FIELDS_OF } from "../../../fields/kinds.ts";
import { EXPERIMENT_KINDS, type ExperimentKind } from "../../../metrics/metrics.ts";
import { EXPERIMENT_SCHEMA } from "../../../fields/experiment-schema.ts";
import type { Schema } from "../../../fields/schema/schema.ts";
import { fieldBelow, nameOf, parentOf } from "../../../fields/field-path.ts";
import { bareWord, nearestWord } from "../../../text/nearest-word.ts";
import { FIELDS_MEANT, KNOWN_WORDS } from "./synonyms.ts";

/** The map that has an unknown key. */
export interface KeyScope {
  /** Its dotted path; empty at the top. */
  readonly path: string;
  /** The kind of experiment; absent where it is not known. */
  readonly kind?: ExperimentKind | undefined;
  readonly allowed: readonly string[];
  /** Allowed keys that the map does not have. */
  readonly free: readonly string[];
}

/** Every field by its dotted path: those of rules, options of names too, and those of other maps. */
const FIELDS: readonly string[] = [
  ...new Set([
    ...Object.keys(EXPERIMENT_SCHEMA.$defs!["sweptFields"]!.properties!),
    ...fieldPaths(EXPERIMENT_SCHEMA, ""),
  ]),
];

/**
 * Returns what an unknown key probably means, by its meaning before its letters: the dotted path of a field; or, as
 * `optimizer: nesterov`, a field with its value.
 */
export function suggestKey(key: string, scope: KeyScope): string | undefined {
  const bare = bareWord(key);
  const { path, kind } = scope;
  const fits = (field: string): boolean => !isForeign(field, kind);
  const [free, allowed] = [keysOfKind(scope.free, kind), keysOfKind(scope.allowed, kind)];
  const meanings = (FIELDS_MEANT.get(bare) ?? []).filter(fits);
  const own = ownMeaning(bare, meanings, free, path);
  if (own !== undefined) return fieldBelow(path, own);
  const isElsewhere = (field: string): boolean => parentOf(field) !== path && fits(field);
  const elsewhere =
    meanings.find((field) => field.includes(": ") || (FIELDS.includes(field) && isElsewhere(field))) ??
    FIELDS.find((field) => bareWord(nameOf(field)) === bare && isElsewhere(field));
  if (elsewhere !== undefined) return elsewhere;
  const word =
    ownMeaning(bare, meanings, allowed, path) ?? (KNOWN_WORDS.has(bare) ? undefined : nearestWord(key, free));
  return word === undefined ? undefined : fieldBelow(path, word);
}

/** Returns which of some keys of a map has that name or meaning. */
function ownMeaning(
  bare: string,
  meanings: readonly string[],
  keys: readonly string[],
  path: string,
): string | undefined {
  const same = keys.find((name) => bareWord(name) === bare);
  if (same !== undefined) return same;
  const meant = meanings.flatMap((field) =>
    keys.filter((name) => name === field || fieldBelow(path, name) === field),
  );
  return meant[0] ?? keys.find((name) => name.includes(".") && bareWord(nameOf(name)) === bare);
}

/** Leaves out the keys that only specs of the other kind have. */
export function keysOfKind(keys: readonly string[], kind: ExperimentKind | undefined): readonly string[] {
  return keys.filter((key) => !isForeign(key, kind));
}

/** Returns whether only specs of the other kind have a field. */
function isForeign(field: string, kind: ExperimentKind | undefined): boolean {
  if (kind === undefined) return false;
  const has = (of: ExperimentKind): boolean =>
    FIELDS_OF[of].some(
      (path) => path === field || path.startsWith(`${field}.`) || field.startsWith(`${path}.`),
    );
  return !has(kind) && EXPERIMENT_KINDS.some(has);
}

function fieldPaths({ properties = {} }: Schema, parent: string): string[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const path = fieldBelow(parent, name);
    return [path, ...(schema.anyOf ?? [schema]).flatMap((branch) => fieldPaths(branch, path))];
  });
}
