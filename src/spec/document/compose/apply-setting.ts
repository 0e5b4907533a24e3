import type { Composition } from "./extend-spec.ts";
import { errorAt } from "../../source-text.ts";
import { mergeNodes } from "./merge-nodes.ts";
import { parseSetting, type Setting } from "../yaml/parse-setting.ts";
import { rebasePaths } from "./rebase-paths.ts";
import type { SpecNode } from "../../spec-node.ts";
import { statement } from "../../../statement.ts";

/**
 * Returns a spec with the value that an argument `path=value` of the command line lays over it, in YAML's syntax;
 * `null` deletes the field. Below a zip group or a variant the rest of the path is one key.
 *
 * @param folder That of the spec; paths of the command line start from the current one.
 */
export function applySetting(root: SpecNode, argument: string, folder: string): Composition {
  const { setting, problems } = parseSetting(argument, "--set");
  if (!setting) return { root, problems };
  if (/^extends(\.|$)/.test(setting.path)) {
    const rule = { subject: "extends", verb: "must be written", allowed: "in a file", found: "--set" };
    const wrong = statement("bad-setting", rule, "Write extends into the file");
    return { root, problems: [errorAt(setting.pathPlace, wrong)] };
  }
  return { root: mergeNodes(root, rebasePaths(nest(setting), { from: ".", to: folder })), problems };
}

function nest({ path, pathPlace, value }: Setting): SpecNode {
  return keysOf(path).reduceRight<SpecNode>((inner, { key, end }) => {
    const keyPlace = { ...pathPlace, start: end - key.length, end };
    return { kind: "map", place: keyPlace, entries: [{ key, keyPlace, value: inner }] };
  }, value);
}

/** Returns the keys of a path with the places where they end. */
function keysOf(path: string): { key: string; end: number }[] {
  const rule = /^(sweep)\.(zip|variants)\.([^.]+)\.(.+)$/.exec(path);
  const keys = rule ? rule.slice(1) : path.split(".");
  let end = -1;
  return keys.map((key) => ({ key, end: (end += key.length + 1) }));
}
