import { PATH_OPTIONS } from "../../../data/source.ts";
import { isAbsolutePath, joinPath, wayTo } from "../../../text/paths.ts";
import type { Entry, ScalarNode, SpecNode } from "../../spec-node.ts";

/** A move from one folder to another. */
interface Move {
  readonly from: string;
  readonly to: string;
}

/** Returns a tree whose paths of data files, which start from one folder, start from another. */
export function rebasePaths(node: SpecNode, move: Move, isDataset = false): SpecNode {
  if (node.kind === "scalar") return node;
  if (node.kind === "list")
    return { ...node, items: node.items.map((item) => rebasePaths(item, move, isDataset)) };
  const entries = node.entries.map((entry): Entry => {
    const { key, value } = entry;
    const isPath = PATH_OPTIONS.some(
      (option) => key === `dataset.${option}` || (isDataset && key === option),
    );
    return {
      ...entry,
      value: isPath ? moved(value, move) : rebasePaths(value, move, isDataset || key === "dataset"),
    };
  });
  return { ...node, entries };
}

function moved(node: SpecNode, move: Move): SpecNode {
  if (node.kind === "list") return { ...node, items: node.items.map((item) => moved(item, move)) };
  if (node.kind === "map")
    return { ...node, entries: node.entries.map((entry) => ({ ...entry, value: moved(entry.value, move) })) };
  const isReference = String(node.value).startsWith("${");
  return typeof node.value === "string" && !isReference ? movedPath(node, node.value, move) : node;
}

function movedPath(node: ScalarNode, path: string, { from, to }: Move): ScalarNode {
  const fresh = isAbsolutePath(path) ? path : wayTo(to, joinPath(from, path));
  return { ...node, value: fresh };
}
