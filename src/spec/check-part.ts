import type { System } from "../files/system.ts";
import { OpenedFiles } from "../data/opened-files.ts";
import { applySetting } from "./document/compose/apply-setting.ts";
import { readDraft } from "./fields/draft.ts";
import { explainMismatch } from "./fields/messages/explain-mismatch.ts";
import { EXPERIMENT_SCHEMA } from "../fields/experiment-schema.ts";
import { extendSpec } from "./document/compose/extend-spec.ts";
import { isReference } from "./document/compose/follow-references.ts";
import { orderProblems } from "./fields/messages/order-problems.ts";
import { parseYaml } from "./document/yaml/parse-yaml.ts";
import type { Problem } from "./problem.ts";
import { readText } from "./document/yaml/read-text.ts";
import { errorInFile } from "./source-text.ts";
import type { SpecNode } from "./spec-node.ts";

/** Returns whether a file is, by its name, a part of specs that extend it: `_mnist.yaml`. */
export function isPart(file: string): boolean {
  return /(?:^|[\\/])_[^\\/]*$/.test(file);
}

/**
 * Returns what is wrong with a part of specs. What it leaves open other files say, so its references, its nulls and the
 * grid of its rules are checked in the files that extend it.
 *
 * @param set Arguments `path=value` of the command line, laid over the file one after the other.
 */
export function checkPart(file: string, system: System, set: readonly string[] = []): readonly Problem[] {
  const text = readText(file, system);
  if (typeof text !== "string") return [errorInFile(file, text)];
  const parsed = parseYaml(text, file);
  if (!parsed.root) return orderProblems(parsed.problems);
  let { root, problems } = extendSpec(parsed.root, file, {
    system,
    readText: (path) => readText(path, system),
  });
  for (const setting of set) {
    const over = applySetting(root, setting, system.folderOf(file));
    root = over.root;
    problems = [...problems, ...over.problems];
  }
  const said = withoutOpen(root);
  const findings = explainMismatch(said, EXPERIMENT_SCHEMA, "");
  const wrong = findings.filter(({ isAbsent }) => !isAbsent).map(({ problem }) => problem);
  return orderProblems([
    ...parsed.problems,
    ...problems,
    ...wrong,
    ...readDraft(said, findings, { path: system.folderOf(file), system, opened: new OpenedFiles() }).problems,
  ]);
}

/** Leaves out what another field or file says: references, nulls, and lists of nothing else. */
function withoutOpen(node: SpecNode): SpecNode {
  if (node.kind === "scalar") return node;
  if (node.kind === "list")
    return { ...node, items: node.items.filter((item) => !isOpen(item)).map(withoutOpen) };
  const entries = node.entries.filter(({ value }) => !isOpen(value));
  return { ...node, entries: entries.map((entry) => ({ ...entry, value: withoutOpen(entry.value) })) };
}

function isOpen(node: SpecNode): boolean {
  if (node.kind === "scalar") return node.value === null || isReference(node);
  return node.kind === "list" && node.items.length > 0 && node.items.every(isOpen);
}
