import type { Schema } from "../schema/experiment-schema.ts";
import { fieldBelow, mapTitle, nameOf, parentOf } from "./field-path.ts";
import type { Finding } from "./finding.ts";
import { errorAt } from "../source-text.ts";
import { quoteText, type Entry, type SpecNode } from "../spec-node.ts";
import { suggestKey } from "./suggest-key.ts";

/** Where a key is looked up. */
export interface KeyContext {
  /** Dotted path of the map that has the key. */
  readonly path: string;
  /** No key of the map tells what it should be: `branches` are all that could stand in its place. */
  readonly isLost: boolean;
  readonly branches: readonly Schema[];
  readonly allowed: readonly string[];
  /** Allowed keys that the map does not have. */
  readonly free: readonly string[];
}

/** Returns that a key is not allowed, with the path of the field that it probably means. */
export function explainUnknownKey({ key, keyPlace, value }: Entry, context: KeyContext): Finding {
  const { path, free, allowed } = context;
  const refuse = (meant: string, hint: string, holds: readonly string[] = []): Finding => {
    const message = `Cannot read ${mapTitle(path)} as every key must be one of its fields: ${quoteText(key)}`;
    return { path: meant, holds, problem: errorAt(keyPlace, { message, hint }) };
  };
  const dotted = keysOf(value).flatMap((inner) => free.filter((name) => name === `${key}.${inner}`));
  if (dotted.length > 0) return refuse(fieldBelow(path, key), `Write ${dotted.join(" and ")}`);
  const meant = suggestKey(key, path, free);
  if (meant !== undefined) return refuse(meant, hintFor(meant, context));
  const held = path === "" ? keysOf(value).flatMap((inner) => suggestKey(inner, "", free) ?? []) : [];
  const hint =
    held.length > 0
      ? `Write ${held.join(" and ")} at the top level, where a list is an axis`
      : `Allowed: ${allowed.join(", ")}`;
  return refuse(fieldBelow(path, key), hint, held);
}

function keysOf(node: SpecNode): string[] {
  return node.kind === "map" ? node.entries.map(({ key }) => key) : [];
}

function hintFor(meant: string, { path, free }: KeyContext): string {
  const own = free.find((key) => fieldBelow(path, key) === meant);
  if (own !== undefined) return `Write ${own}`;
  const [parent, name] = [parentOf(meant), nameOf(meant)];
  return parent === "" ? `Write ${name} at the top level` : `Write ${name} below ${parent}`;
}
