import type { ExperimentFile } from "../fields/experiment-file.ts";
import { clipText } from "../text/clip-text.ts";
/**
 * A spec as a tree of values with their places: what YAML becomes, and later what other sources become.
 * @module
 */
import type { Place } from "./source-text.ts";

export type SpecNode = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: "scalar";
  readonly place: Place;
  readonly value: string | number | boolean | null;
}

export interface ListNode {
  readonly kind: "list";
  readonly place: Place;
  readonly items: readonly SpecNode[];
}

/** Keys are unique, and in written order. */
export interface MapNode {
  readonly kind: "map";
  readonly place: Place;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: SpecNode;
}

/** Returns the entry of that key, if the node is a map that has one. */
export function entryOf(node: SpecNode | undefined, key: string): Entry | undefined {
  return node?.kind === "map" ? node.entries.find((entry) => entry.key === key) : undefined;
}

/** Returns the entry at a dotted path below a node, if there is one. */
export function entryAt(node: SpecNode, path: string): Entry | undefined {
  const [key = "", ...rest] = path.split(".");
  const entry = entryOf(node, key);
  return entry && rest.length > 0 ? entryAt(entry.value, rest.join(".")) : entry;
}

/** Returns the plain data of a node. */
export function toData(node: SpecNode): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(toData);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, toData(value)]));
}

/** Returns the data of a whole spec that the schema allows, from which its type is made. */
export function toFile(root: SpecNode): ExperimentFile {
  return toData(root) as ExperimentFile;
}

/** Returns a node as it is written, in one line and at most 40 characters. */
export function quoteNode(node: SpecNode): string {
  if (node.kind === "scalar" && node.value === null) return "nothing";
  if (node.kind === "scalar" && typeof node.value === "string") return quoteText(node.value);
  const { source, start, end } = node.place.anchor ?? node.place;
  const written = source.text.slice(start, end).trimEnd();
  if (written.length <= 40 && !written.includes("\n")) return written;
  return node.kind === "scalar" ? `${written.slice(0, 37)}...` : `a ${node.kind}`;
}

/** Returns text in quotes, cut to about 40 characters. */
export function quoteText(text: string): string {
  return JSON.stringify(clipText(text, 40, "..."));
}
