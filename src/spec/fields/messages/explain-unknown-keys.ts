import { isSweptPath, schemaAt } from "../../../fields/experiment-schema.ts";
import { fieldBelow, inMap, nameOf, parentOf } from "../../../fields/field-path.ts";
import { type Schema, branchesOf, propertyOf } from "../../../fields/schema/schema.ts";
import { chooseBranch } from "../../choose-branch.ts";
import { spacingHint, withoutOddBlanks } from "../../document/yaml/spacing-hint.ts";
import { errorAt } from "../../source-text.ts";
import { type Entry, type MapNode, type SpecNode, quoteNode, quoteText } from "../../spec-node.ts";
import { exampleHint } from "./example-hint.ts";
import type { Finding } from "./finding.ts";
import { type KeyScope, keysOfKind, suggestKey } from "./suggest-key.ts";
import { statement } from "../../../statement.ts";

/** Where a key is looked up. */
export interface KeyContext extends KeyScope {
  /** No key of the map shows what it should be: it may be any of `branches`. */
  readonly isLost: boolean;
  readonly branches: readonly Schema[];
}

/** The problem of a key that is not allowed. */
interface UnknownKey {
  readonly finding: Finding;
  /** The key of the same map that it probably means. */
  readonly own?: string | undefined;
}

/** What other tools call a budget of time. */
const TIMES = /^(?:time|timeout|(?:milli|micro)?(?:s|secs?|seconds?)|min|mins|minutes?|h|hours?|days?)$/i;
const NO_TIME = "Write trials, epochs or examples: by seconds, each machine would search something else";

/** Returns that a key is not allowed, and what it probably means. */
export function explainUnknownKey({ key, keyPlace, value }: Entry, context: KeyContext): UnknownKey {
  const { path, kind, free, allowed } = context;
  const refuse = (hint: string, holds: readonly string[] = []): Finding => {
    const words = {
      found: quoteText(key),
      where: inMap(path),
      allowed: keysOfKind(allowed, kind).join(", "),
    };
    const wrong = statement("unknown-key", { unknown: "key", ...words }, hint);
    return { path: fieldBelow(path, key), holds, problem: errorAt(keyPlace, wrong) };
  };
  if (path === "sweep.search.budget" && TIMES.test(key)) return { finding: refuse(NO_TIME) };
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
        hint ?? (isTaken ? `Remove it: ${nameOf(meant)} is already there` : hintFor(meant, own)),
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

/** A map where a word is meant is the map around it: `metric: {goal: minimize}` means `objective`. */
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

/** Groups of fields below `sweep`, and a name that one could have. */
const GROUP_NAMES: ReadonlyMap<string, string> = new Map([
  ["sweep.zip", "budget"],
  ["sweep.variants", "deep"],
]);

/** Returns whether an entry of the map at a path is a field where only named groups of fields are allowed. */
export function isUnnamedField({ key, value }: Entry, path: string): boolean {
  return GROUP_NAMES.has(path) && value.kind !== "map" && isSweptPath(key);
}

/** Returns that the group of such fields has no name: once for all of them. */
export function explainUnnamedFields(fields: readonly Entry[], path: string): Finding[] {
  const [first] = fields;
  if (!first) return [];
  const written = fields.map(({ key, value }) => `${key}: ${quoteNode(value)}`).join(", ");
  const found = fields.map(({ key }) => key).join(", ");
  const rule = { subject: `A group of fields in ${path}`, verb: "must have", allowed: "a name", found };
  const wrong = statement("missing-key", rule, `Write ${GROUP_NAMES.get(path)}: {${written}}`);
  return [{ path, problem: errorAt(first.keyPlace, wrong) }];
}

/** Returns that a map is none of those allowed in its place, where no key of it shows which was meant. */
export function explainLostMap(map: MapNode, schema: Schema, context: KeyContext): Finding[] {
  const { path, allowed } = context;
  const keys = map.entries.map(({ key }) => key);
  const owners = allowed.filter((name) => keys.every((key) => belongsIn(key, name, context)));
  if (owners.length === 0 && keys.some((key) => suggestKey(key, context) !== undefined)) return [];
  const found = keys.slice(0, 3).map(quoteText).join(", ");
  const slip = keys.map(spacingHint).find((hint) => hint !== undefined);
  const hint = slip ?? ownerHint(owners, map) ?? nameHint(keys, context) ?? exampleHint(schema);
  const place = keys.length === 1 ? map.entries[0]!.keyPlace : map.place;
  const words = { unknown: keys.length > 1 ? "keys" : "key", found, where: ` in ${path}` };
  const known = keysOfKind(allowed, context.kind).join(", ");
  return [{ path, problem: errorAt(place, statement("unknown-key", { ...words, allowed: known }, hint)) }];
}

/** Returns whether a key belongs into the map below `name`, such as `from` below `linspace`. */
function belongsIn(key: string, name: string, { branches }: KeyContext): boolean {
  return branches.some(({ properties }) => Object.hasOwn(properties?.[name]?.properties ?? {}, key));
}

function ownerHint([first, ...others]: readonly string[], map: MapNode): string | undefined {
  if (first === undefined) return undefined;
  return `Write ${[`{${first}: ${quoteNode(map)}}`, ...others].join(" or ")}`;
}

/** `{moons: {noise: 0.1}}` means {name: moons, noise: 0.1}. */
function nameHint([key]: readonly string[], { branches }: KeyContext): string | undefined {
  const isName = branches.some(({ properties }) => properties?.["name"]?.const === key);
  return isName ? `Write {name: ${key}, ...}` : undefined;
}
