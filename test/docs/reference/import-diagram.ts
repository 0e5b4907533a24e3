import { importsOf } from "../../support/source-imports.ts";
import { sourceTree } from "../../support/source-tree.ts";

const START = "<!-- Drawn from the imports by `npm run docs`. -->\n\n```mermaid\n";
const END = "```\n";

/** Returns a page with the diagram of today's imports between the folders of src/. */
export function withDiagram(page: string): string {
  const start = page.indexOf(START);
  if (start < 0) throw new Error("The page has lost the comment above its diagram");
  const rest = page.indexOf(END, start + START.length);
  return `${page.slice(0, start)}${START}${diagram()}${page.slice(rest)}`;
}

/** Arrows that follow from others are left out: if a imports b and c, and b imports c, only a -> b -> c is drawn. */
function diagram(): string {
  const targets = folderImports();
  const arrows = [...targets].flatMap(([folder, direct]) => {
    const beyond = new Set([...direct].flatMap((target) => [...reachable(target, targets)]));
    return [...direct].filter((target) => !beyond.has(target)).map((target) => `  ${folder} --> ${target}\n`);
  });
  return `flowchart TD\n${arrows.toSorted().join("")}`;
}

/** Returns each folder of src/ with those that it imports from, types included. */
export function folderImports(): Map<string, Set<string>> {
  const targets = new Map<string, Set<string>>();
  for (const file of sourceTree()) {
    const folder = folderOf(file.path);
    const own = targets.get(folder) ?? new Set();
    targets.set(folder, own);
    for (const { isOwn, target } of importsOf(file)) {
      if (isOwn && target.startsWith("src/") && folderOf(target) !== folder) own.add(folderOf(target));
    }
  }
  return targets;
}

/** "src/math/exp.ts" lies in "math", "src/errors.ts" is "errors". */
function folderOf(path: string): string {
  return path.split("/")[1]!.replace(/\.ts$/, "");
}

function reachable(folder: string, targets: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>();
  const open = [...(targets.get(folder) ?? [])];
  for (const next of open) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(targets.get(next) ?? []));
  }
  return reached;
}
