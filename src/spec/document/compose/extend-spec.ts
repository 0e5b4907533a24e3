import type { System } from "../../../files/system.ts";
import { isValid } from "../../../fields/schema/is-valid.ts";
import { schemaAt } from "../../../fields/experiment-schema.ts";
import { mergeNodes } from "./merge-nodes.ts";
import { parseYaml } from "../yaml/parse-yaml.ts";
import { rebasePaths } from "./rebase-paths.ts";
import type { Problem } from "../../problem.ts";
import type { ReadText } from "../yaml/read-text.ts";
import { errorAt } from "../../source-text.ts";
import { entryOf, toData, quoteText, type MapNode, type ScalarNode, type SpecNode } from "../../spec-node.ts";
import { statement } from "../../../statement.ts";
import { folderOf, joinPath } from "../../../text/paths.ts";

/** A tree, and the problems found while it was made. */
export interface Composition {
  readonly root: SpecNode;
  readonly problems: readonly Problem[];
}

/** Files that all `extends` of a spec together may read. */
const MOST_FILES = 100;

/** Where the files that a spec extends are. */
export interface Sources {
  /** Reads one. */
  readonly readText: ReadText;
  readonly system: System;
}

/** What following `extends` has read so far. */
interface Journey extends Sources {
  /** The files that lead here, by their real paths. */
  readonly trail: readonly string[];
  readonly count: { files: number };
}

/**
 * Returns a spec laid over the files that its key `extends` names, from left to right, and over what those extend.
 * Paths are relative to the file that names them and stay inside its repository, or else its folder.
 *
 * @param file The file that holds the spec.
 */
export function extendSpec(root: SpecNode, file: string, sources: Sources): Composition {
  return extend(root, file, { trail: [sources.system.realPath(file)], count: { files: 0 }, ...sources });
}

function extend(root: SpecNode, file: string, journey: Journey): Composition {
  const entry = entryOf(root, "extends");
  if (!entry || root.kind !== "map") return { root, problems: [] };
  if (!isValid(schemaAt("extends"), toData(entry.value))) return { root, problems: [] };
  const own: MapNode = { ...root, entries: root.entries.filter((other) => other !== entry) };
  const bases = (entry.value.kind === "list" ? entry.value.items : [entry.value]) as readonly ScalarNode[];
  const problems: Problem[] = [];
  let merged: SpecNode | undefined;
  for (const base of bases) {
    const read = readBase(base, file, journey);
    problems.push(...read.problems);
    if (read.root) merged = merged ? mergeNodes(merged, read.root) : read.root;
  }
  // Where a base is missing the key stays: what is missing in the spec may have been there.
  const top = problems.length > 0 ? root : own;
  return { root: merged ? mergeNodes(merged, top) : top, problems };
}

function readBase(
  node: ScalarNode,
  file: string,
  { trail, count, readText, system }: Journey,
): { root: SpecNode | undefined; problems: readonly Problem[] } {
  const folder = system.folderOf(file);
  const path = joinPath(folder, String(node.value));
  const real = system.realPath(path);
  const refuse = (...parts: Parameters<typeof statement>) => {
    return { root: undefined, problems: [errorAt(node.place, statement(...parts))] };
  };
  const extended = { subject: "A file below extends", found: quoteText(String(node.value)) };
  if (!system.isInside(real, system.boundaryOf(system.folderOf(system.realPath(file)))))
    return refuse("outside-repository", { ...extended, allowed: "inside the repository" });
  if (trail.includes(real))
    return refuse("extends-cycle", `A file must not extend itself: ${cycleText([...trail, real])}`);
  if (++count.files > MOST_FILES)
    return refuse("too-large", {
      subject: "An experiment",
      verb: "must extend",
      allowed: `at most ${MOST_FILES} files`,
      found: "more",
    });
  const text = readText(path);
  if (typeof text !== "string") {
    const message = text.message.replace(/the file/i, path);
    return { root: undefined, problems: [errorAt(node.place, { ...text, message })] };
  }
  const parsed = parseYaml(text, path);
  if (!parsed.root) return { root: undefined, problems: parsed.problems };
  if (parsed.root.kind !== "map") {
    const found = parsed.root.kind === "list" ? "a list" : "a single value";
    return refuse("wrong-value", { subject: path, verb: "must contain", allowed: "a map of fields", found });
  }
  const base = extend(parsed.root, path, { trail: [...trail, real], count, readText, system });
  const rebased = rebasePaths(base.root, { from: folderOf(path), to: folder });
  return { root: rebased, problems: [...parsed.problems, ...base.problems] };
}

function cycleText(files: readonly string[]): string {
  const start = files.indexOf(files.at(-1)!);
  return files
    .slice(start)
    .map((file) => file.split(/[\\/]/).at(-1)!)
    .join(" extends ");
}
