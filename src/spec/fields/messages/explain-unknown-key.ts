import { chooseBranch } from "../../choose-branch.ts";
import { branchesOf, propertyOf, type Schema } from "../../../fields/schema/schema.ts";
import { schemaAt } from "../../../fields/experiment-schema.ts";
import { fieldBelow, inMap, nameOf, parentOf } from "../../../fields/field-path.ts";
import type { Finding } from "./finding.ts";
import { errorAt } from "../../source-text.ts";
import { quoteText, type Entry, type SpecNode } from "../../spec-node.ts";
import { spacingHint, withoutOddBlanks } from "../../document/yaml/spacing-hint.ts";
import { keysOfKind, suggestKey, type KeyScope } from "./suggest-key.ts";

/** Where a key is looked up. */
export interface KeyContext extends KeyScope {
  /** No key of the map tells what it should be: `branches` are all that could stand in its place. */
  readonly isLost: boolean;
  readonly branches: readonly Schema[];
}

/** What is said of a key that is not allowed. */
interface UnknownKey {
  readonly finding: Finding;
  /** The key of the same map that it probably means. */
  readonly own?: string | undefined;
}

/** Returns that a key is not allowed, and what it probably means. */
export function explainUnknownKey({ key, keyPlace, value }: Entry, context: KeyContext): UnknownKey {
  const { path, kind, free, allowed } = context;
  const refuse = (hint: string, holds: readonly string[] = []): Finding => {
    const message = `Unknown key ${quoteText(key)}${inMap(path)}`;
    return {
      path: fieldBelow(path, key),
      holds,
      problem: errorAt(keyPlace, { code: "unknown-key", message, hint }),
    };
  };
  const slip = spacingHint(key);
  if (slip !== undefined) {
    const meant = suggestKey(withoutOddBlanks(key.split(":")[0]!), context);
    return { finding: refuse(slip, meant === undefined ? [] : [meant]) };
  }
  const dotted = keysOf(value).flatMap((inner) => free.filter((name) => name === `${key}.${inner}`));
  if (dotted.length > 0) return { finding: refuse(`Write ${dotted.join(" and ")}`) };
  const meant = mapMeant(suggestKey(key, context), value, context);
  if (meant !== undefined) {
    const [field = meant] = meant.split(": ");
    const own = free.find((name) => fieldBelow(path, name) === meant);
    const isTaken = own === undefined && allowed.some((name) => fieldBelow(path, name) === meant);
    const hint = keyPlace.source.file === "--set" ? settingHint(meant, keyPlace.source.text) : undefined;
    return {
      finding: refuse(
        hint ?? (isTaken ? `Remove it: ${nameOf(meant)} is there already` : hintFor(meant, own)),
        [field],
      ),
      own,
    };
  }
  const top = { ...context, free: allowed };
  const held = path === "" ? keysOf(value).flatMap((inner) => suggestKey(inner, top) ?? []) : [];
  const hint =
    held.length > 0
      ? `Write ${held.join(" and ")} at the top level, where a list is an axis`
      : `Allowed: ${keysOfKind(allowed, kind).join(", ")}`;
  return { finding: refuse(hint, held) };
}

/** A map where a word is meant stands for the map around it: `metric: {goal: minimize}` for `objective`. */
function mapMeant(
  meant: string | undefined,
  value: SpecNode,
  { path, free }: KeyContext,
): string | undefined {
  const parent = parentOf(meant ?? "");
  if (meant === undefined || value.kind !== "map" || path !== "" || !free.includes(parent)) return meant;
  const leaves = branchesOf(schemaAt(parent)).flatMap((branch) => propertyOf(branch, nameOf(meant)) ?? []);
  return leaves.some((leaf) => chooseBranch(value, leaf)) ? meant : parent;
}

function keysOf(node: SpecNode): string[] {
  return node.kind === "map" ? node.entries.map(({ key }) => key) : [];
}

/** On the command line a field is written with its value. */
function settingHint(meant: string, argument: string): string {
  return `Write ${meant.includes(": ") ? meant.replace(": ", "=") : `${meant}=${argument.slice(argument.indexOf("=") + 1)}`}`;
}

function hintFor(meant: string, own: string | undefined): string {
  if (own !== undefined) return `Write ${own}`;
  if (meant.includes(": ")) return `Write ${meant}`;
  const [parent, name] = [parentOf(meant), nameOf(meant)];
  return parent === "" ? `Write ${name} at the top level` : `Write ${name} below ${parent}`;
}
