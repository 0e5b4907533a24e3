import { defaultValue } from "./defaults.ts";
import { CONFIGURATION_FIELDS } from "./draft.ts";
import type { Composition } from "./extend-spec.ts";
import { fieldBelow } from "./field-path.ts";
import { nearestWord } from "./nearest-word.ts";
import type { Problem } from "./problem.ts";
import { errorAt, type Place } from "./source-text.ts";
import { entryAt, type ScalarNode, type SpecNode } from "./spec-node.ts";

/** A value that is nothing but a reference. */
const REFERENCE = /^\$\{([^{}]*)\}$/;

const TOGETHER = "Fields that vary together stand in a group below sweep.zip";

/**
 * Returns a spec with every value `${path}` replaced by the one value of the field at that path, or its default.
 * What the value is and where it stands stay known: places lead to the reference and name the field's value.
 */
export function followReferences(root: SpecNode): Composition {
  const problems: Problem[] = [];
  return { root: replace(root, { root, problems }), problems };
}

/** Returns whether a value is a reference. */
export function isReference(node: ScalarNode): boolean {
  return pathIn(node) !== undefined;
}

interface Search {
  readonly root: SpecNode;
  readonly problems: Problem[];
}

function replace(node: SpecNode, search: Search): SpecNode {
  if (node.kind === "list") {
    const items = node.items.map((item) => replace(item, search));
    return items.some((item, i) => item !== node.items[i]) ? { ...node, items } : node;
  }
  if (node.kind === "map") {
    const entries = node.entries.map((entry) => ({ ...entry, value: replace(entry.value, search) }));
    return entries.some(({ value }, i) => value !== node.entries[i]!.value) ? { ...node, entries } : node;
  }
  return pathIn(node) === undefined ? node : follow(node, search);
}

function follow(reference: ScalarNode, { root, problems }: Search): SpecNode {
  const trail: string[] = [];
  const refuse = (rule: string, found: string, hint?: string): SpecNode => {
    const message = `Cannot follow ${String(reference.value)} as ${rule}: ${found}`;
    problems.push(errorAt(reference.place, { message, hint }));
    return { ...reference, value: null };
  };
  let node: ScalarNode = reference;
  for (let path = pathIn(node); path !== undefined; path = pathIn(node)) {
    if (trail.includes(path))
      return refuse("no field may refer to itself", [...trail, path].join(" refers to "));
    trail.push(path);
    const target = targetOf(root, path, reference.place);
    if (!target) return refuse("it must name a field", `no ${path}`, hintFor(root, path));
    if (target.kind !== "scalar")
      return refuse("the field must have one value", `${path} has a ${target.kind}`, TOGETHER);
    node = target;
  }
  return { ...node, place: placeOf(reference.place, node.place) };
}

/** Returns the value of the field at a path; a default stands where it is referred to. */
function targetOf(root: SpecNode, path: string, place: Place): SpecNode | undefined {
  const written = entryAt(root, path)?.value;
  if (written || !CONFIGURATION_FIELDS.includes(path)) return written;
  const value = defaultValue(path);
  return typeof value === "number" || typeof value === "string"
    ? { kind: "scalar", place, value }
    : undefined;
}

function placeOf(use: Place, target: Place): Place {
  return target === use ? use : { ...use, anchor: target.anchor ?? target };
}

function pathIn({ value }: ScalarNode): string | undefined {
  return typeof value === "string" ? REFERENCE.exec(value)?.[1]?.trim() : undefined;
}

function hintFor(root: SpecNode, path: string): string | undefined {
  const nearest = nearestWord(path, [...pathsIn(root, "")]);
  return nearest === undefined ? undefined : `Write \${${nearest}}`;
}

function* pathsIn(node: SpecNode, parent: string): Generator<string> {
  if (node.kind !== "map") return;
  for (const { key, value } of node.entries) {
    const path = fieldBelow(parent, key);
    yield path;
    yield* pathsIn(value, path);
  }
}
