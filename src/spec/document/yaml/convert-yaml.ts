import { isAlias, isMap, isScalar, isSeq, type Alias, type Node, type Scalar, type YAMLMap } from "yaml";
import type { Problem } from "../../problem.ts";
import { errorAt, lineAndColumn, type Place, type SourceText } from "../../source-text.ts";
import { quoteNode, quoteText, type Entry, type ScalarNode, type SpecNode } from "../../spec-node.ts";
import { statement } from "../../../statement.ts";

/** Values that all aliases together may repeat. */
const MAX_REPEATED = 10_000;

interface Conversion {
  readonly source: SourceText;
  readonly problems: Problem[];
  readonly anchors: Map<string, SpecNode>;
  repeated: number;
}

/** Returns the parser's tree as a spec: aliases become their values, and keys are checked to be unique words. */
export function convertYaml(contents: Node, source: SourceText): { root: SpecNode; problems: Problem[] } {
  const conversion: Conversion = { source, problems: [], anchors: new Map(), repeated: 0 };
  const root = convert(contents, conversion, placeOf(contents, source));
  return { root, problems: conversion.problems };
}

/** `emptyPlace` is where to point if nothing is written for the value. */
function convert(yaml: Node, conversion: Conversion, emptyPlace: Place): SpecNode {
  if (isAlias(yaml)) return convertAlias(yaml, conversion);
  const node = convertValue(yaml, conversion, emptyPlace);
  if ("anchor" in yaml && yaml.anchor !== undefined) conversion.anchors.set(yaml.anchor, node);
  return node;
}

function convertValue(yaml: Node, conversion: Conversion, emptyPlace: Place): SpecNode {
  const place = placeOf(yaml, conversion.source);
  if (isMap(yaml)) return { kind: "map", place, entries: convertEntries(yaml, conversion) };
  if (isSeq<Node>(yaml)) {
    return {
      kind: "list",
      place,
      items: yaml.items.map((item) => convert(item, conversion, placeOf(item, conversion.source))),
    };
  }
  return convertScalar(yaml as Scalar, conversion, place.end > place.start ? place : emptyPlace);
}

function convertScalar({ value }: Scalar, { problems }: Conversion, place: Place): ScalarNode {
  if (typeof value !== "number") return { kind: "scalar", place, value: value as ScalarNode["value"] };
  const written = place.source.text.slice(place.start, place.end);
  const isFloat = /^[-+]?(\.|\d+[.e])/i.test(written);
  if (!isFloat && !Number.isSafeInteger(value)) {
    const rule = { subject: "An integer", allowed: `at most ${Number.MAX_SAFE_INTEGER}`, found: written };
    problems.push(errorAt(place, statement("wrong-value", rule)));
  }
  return { kind: "scalar", place, value: value === 0 ? 0 : value }; // one zero: -0 must not reach an identity
}

function convertEntries(map: YAMLMap, conversion: Conversion): Entry[] {
  const entries = new Map<string, Entry>();
  const merged: Entry[] = [];
  for (const pair of map.items) {
    const key = pair.key as Node;
    const keyPlace = placeOf(key, conversion.source);
    const name = wordOf(key, keyPlace, conversion);
    const value = pair.value ? convert(pair.value as Node, conversion, keyPlace) : nothing(keyPlace);
    if (name === undefined) continue;
    if (name === "<<" && isPlain(key)) {
      merged.push(...mergedMaps(value, keyPlace, conversion));
      continue;
    }
    const first = entries.get(name);
    if (first) conversion.problems.push(duplicateKey(name, keyPlace, first));
    else entries.set(name, { key: name, keyPlace, value });
  }
  // A map's own keys win, then those of the map that is named first.
  for (const entry of merged) if (!entries.has(entry.key)) entries.set(entry.key, entry);
  return [...entries.values()];
}

/** Returns the entries of the maps that a merge key names: one map, or a list of them. */
function mergedMaps(node: SpecNode, keyPlace: Place, { problems }: Conversion): readonly Entry[] {
  const maps = node.kind === "list" ? node.items : [node];
  return maps.flatMap((map) => {
    if (map.kind === "map") return map.entries;
    const rule = { subject: "The value of <<", allowed: "a map or a list of maps", found: quoteNode(map) };
    const hint = "Write an alias of a map, such as <<: *base";
    problems.push(errorAt(keyPlace, statement("unsupported-yaml", rule, hint)));
    return [];
  });
}

function isPlain(key: Node): boolean {
  return isScalar(key) && key.type === "PLAIN";
}

function wordOf(key: Node, place: Place, { problems }: Conversion): string | undefined {
  if (isScalar(key) && typeof key.value === "string") return key.value;
  const found = place.source.text.slice(place.start, place.end) || "nothing";
  problems.push(
    errorAt(place, statement("unsupported-yaml", { subject: "A key", allowed: "a word", found })),
  );
  return undefined;
}

function duplicateKey(name: string, place: Place, first: Entry): Problem {
  const { line, column } = lineAndColumn(first.keyPlace);
  const message = `Duplicate key ${quoteText(name)}: the first is at ${line}:${column}`;
  return errorAt(place, statement("duplicate-key", message, "Remove one of the two"));
}

function convertAlias(alias: Alias, conversion: Conversion): SpecNode {
  const place = placeOf(alias, conversion.source);
  const target = conversion.anchors.get(alias.source);
  const copy = target && repeat(target, place, conversion);
  if (copy && conversion.repeated <= MAX_REPEATED) return copy;
  const limit = { subject: "Aliases", verb: "must repeat", allowed: `at most ${MAX_REPEATED} values` };
  const wrong = copy
    ? statement("too-large", { ...limit, found: "more" })
    : statement("bad-alias", `Alias *${alias.source} must have an anchor &${alias.source} before it`);
  conversion.problems.push(errorAt(place, wrong));
  return nothing(place);
}

/** Returns a copy of a node whose place is that of its alias. */
function repeat(node: SpecNode, use: Place, conversion: Conversion): SpecNode {
  if (++conversion.repeated > MAX_REPEATED) return nothing(use);
  const place = { ...use, anchor: node.place.anchor ?? node.place };
  if (node.kind === "scalar") return { ...node, place };
  if (node.kind === "list") {
    return { kind: "list", place, items: node.items.map((item) => repeat(item, use, conversion)) };
  }
  const entries = node.entries.map(({ key, keyPlace, value }) => ({
    key,
    keyPlace: { ...use, anchor: keyPlace.anchor ?? keyPlace },
    value: repeat(value, use, conversion),
  }));
  return { kind: "map", place, entries };
}

function nothing(place: Place): ScalarNode {
  return { kind: "scalar", place, value: null };
}

function placeOf({ range }: Node, source: SourceText): Place {
  return { source, start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}
