import type { Composition } from "./extend-spec.ts";
import { mergeNodes } from "./merge-nodes.ts";
import { parseYaml } from "./parse-yaml.ts";
import { errorAt, sourceText, type Place } from "./source-text.ts";
import type { SpecNode } from "./spec-node.ts";

/** What places in arguments of the command line name as their file. */
const SOURCE = "--set";

/**
 * Returns a spec with the value that an argument `path=value` of the command line lays over it, in YAML's syntax;
 * `null` deletes the field. Below a zip group or a variant the rest of the path is one key.
 */
export function applySetting(root: SpecNode, argument: string): Composition {
  const source = sourceText(argument, SOURCE);
  const equals = argument.indexOf("=");
  const value = argument.slice(equals + 1);
  if (equals < 1 || value.trim() === "") {
    const message = `Cannot set a field as the argument must be path=value: ${JSON.stringify(argument)}`;
    const place = { source, start: 0, end: argument.length };
    return { root, problems: [errorAt(place, { message, hint: "Write for example eta=0.3" })] };
  }
  // Spaces keep every place of the value where it is in the argument.
  const parsed = parseYaml(" ".repeat(equals + 1) + value, SOURCE, argument);
  if (!parsed.root) return { root, problems: parsed.problems };
  const setting = nest(keysOf(argument.slice(0, equals)), parsed.root, { source, start: 0, end: equals });
  return { root: mergeNodes(root, setting), problems: parsed.problems };
}

/** Returns the keys of a path with the places where they end. */
function keysOf(path: string): { key: string; end: number }[] {
  const rule = /^(sweep)\.(zip|variants)\.([^.]+)\.(.+)$/.exec(path);
  const keys = rule ? rule.slice(1) : path.split(".");
  let end = -1;
  return keys.map((key) => ({ key, end: (end += key.length + 1) }));
}

function nest(keys: readonly { key: string; end: number }[], value: SpecNode, path: Place): SpecNode {
  return keys.reduceRight<SpecNode>((inner, { key, end }) => {
    const keyPlace = { ...path, start: end - key.length, end };
    return { kind: "map", place: keyPlace, entries: [{ key, keyPlace, value: inner }] };
  }, value);
}
