import { defaultValue } from "../../../fields/defaults.ts";
import { FIELDS } from "../../../fields/kinds.ts";
import type { Composition } from "./extend-spec.ts";
import { fieldBelow } from "../../../fields/field-path.ts";
import { nearestWord } from "../../../text/nearest-word.ts";
import type { Problem } from "../../problem.ts";
import { errorAt, type Place } from "../../source-text.ts";
import { entryAt, type ScalarNode, type SpecNode } from "../../spec-node.ts";
import { statement, type Says } from "../../../statement.ts";

/** Fields that a reference may lead over. */
const LONGEST_TRAIL = 20;
/** More than are shown: those behind get no hint, each of which compares all names. */
const MOST_HINTS = 100;

/** A value that is nothing but a reference. */
const REFERENCE = /^\$\{([^{}]*)\}$/;

const TOGETHER = "To vary fields together, write them as a group below sweep.zip";

/**
 * Returns a spec with every value `${path}` replaced by the one value of the field at that path, or its default.
 * Places lead to the reference and name the place of the field's value.
 */
export function followReferences(root: SpecNode): Composition {
  const problems: Problem[] = [];
  const search = { root, problems, targets: new Map<string, SpecNode | undefined>() };
  return { root: replace(root, search), problems };
}

/** Fields in which ${name} is what the field itself replaces, also in the rules of the grid. */
const TEMPLATES: readonly string[] = ["command"];

/** Returns whether a value is a reference. */
export function isReference(node: ScalarNode): boolean {
  return pathIn(node) !== undefined;
}

interface Search {
  readonly root: SpecNode;
  readonly problems: Problem[];
  /** What is written at a path: a long chain is walked from each of its fields. */
  readonly targets: Map<string, SpecNode | undefined>;
}

function replace(node: SpecNode, search: Search): SpecNode {
  if (node.kind === "list") {
    const items = node.items.map((item) => replace(item, search));
    return items.some((item, i) => item !== node.items[i]) ? { ...node, items } : node;
  }
  if (node.kind === "map") {
    const entries = node.entries.map((entry) =>
      TEMPLATES.includes(entry.key) ? entry : { ...entry, value: replace(entry.value, search) },
    );
    return entries.some(({ value }, i) => value !== node.entries[i]!.value) ? { ...node, entries } : node;
  }
  return pathIn(node) === undefined ? node : follow(node, search);
}

function follow(reference: ScalarNode, search: Search): SpecNode {
  const { root, problems } = search;
  const trail: string[] = [];
  const written = String(reference.value);
  const refuse = (says: Says, hint?: string): SpecNode => {
    problems.push(errorAt(reference.place, statement("bad-reference", says, hint)));
    return { ...reference, value: null };
  };
  const subject = `The reference ${written}`;
  let node: ScalarNode = reference;
  for (let path = pathIn(node); path !== undefined; path = pathIn(node)) {
    if (trail.includes(path))
      return refuse(`${subject} leads back to itself: ${[...trail, path].join(" refers to ")}`);
    if (trail.length === LONGEST_TRAIL)
      return refuse({
        subject,
        verb: "must lead over",
        allowed: `at most ${LONGEST_TRAIL} fields`,
        found: "more",
      });
    trail.push(path);
    const target = targetOf(path, search, reference.place);
    if (!target) {
      const hint = problems.length < MOST_HINTS ? hintFor(root, path) : undefined;
      return refuse({ unknown: "field", found: path, where: ` in the reference ${written}` }, hint);
    }
    if (target.kind !== "scalar") {
      const rule = { subject, verb: "must lead to", allowed: "a field with one value" };
      return refuse({ ...rule, found: `a ${target.kind} at ${path}` }, TOGETHER);
    }
    node = target;
  }
  return { ...node, place: placeOf(reference.place, node.place) };
}

/** Returns the value of the field at a path; the place of a default is that of the reference. */
function targetOf(path: string, { root, targets }: Search, place: Place): SpecNode | undefined {
  if (!targets.has(path)) targets.set(path, entryAt(root, path)?.value);
  const written = targets.get(path);
  if (written || !FIELDS.has(path)) return written;
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
