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

/** What is said of a key that is not allowed. */
interface UnknownKey {
  readonly finding: Finding;
  /** The key of the same map that it probably means. */
  readonly own?: string | undefined;
}

/** Returns that a key is not allowed, and what it probably means. */
export function explainUnknownKey({ key, keyPlace, value }: Entry, context: KeyContext): UnknownKey {
  const { path, free, allowed } = context;
  const refuse = (hint: string, holds: readonly string[] = []): Finding => {
    const message = `Cannot read ${mapTitle(path)} as every key must be one of its fields: ${quoteText(key)}`;
    return { path: fieldBelow(path, key), holds, problem: errorAt(keyPlace, { message, hint }) };
  };
  const dotted = keysOf(value).flatMap((inner) => free.filter((name) => name === `${key}.${inner}`));
  if (dotted.length > 0) return { finding: refuse(`Write ${dotted.join(" and ")}`) };
  const meant = suggestKey(key, path, free);
  if (meant !== undefined) {
    const own = free.find((name) => fieldBelow(path, name) === meant);
    return { finding: refuse(hintFor(meant, own), [meant]), own };
  }
  const held = path === "" ? keysOf(value).flatMap((inner) => suggestKey(inner, "", free) ?? []) : [];
  const hint =
    held.length > 0
      ? `Write ${held.join(" and ")} at the top level, where a list is an axis`
      : `Allowed: ${allowed.join(", ")}`;
  return { finding: refuse(hint, held) };
}

function keysOf(node: SpecNode): string[] {
  return node.kind === "map" ? node.entries.map(({ key }) => key) : [];
}

function hintFor(meant: string, own: string | undefined): string {
  if (own !== undefined) return `Write ${own}`;
  const [parent, name] = [parentOf(meant), nameOf(meant)];
  return parent === "" ? `Write ${name} at the top level` : `Write ${name} below ${parent}`;
}
