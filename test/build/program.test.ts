import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, it } from "vitest";
import { sourceTree } from "../support/source-tree.ts";

const ROOT = new URL("../../", import.meta.url);
const FOLDER = new URL("dist/program/", ROOT);

/** A chunk of the command line: the sources in it, and the chunks that are loaded with it. */
interface Chunk {
  readonly sources: readonly string[];
  readonly loads: readonly string[];
}

const chunks = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".js"))
    .map((name): [string, Chunk] => {
      const text = readFileSync(new URL(name, FOLDER), "utf8");
      const sources = matches(text, /^\/\/(?:#region)? (src\/\S+)$/gm);
      return [name, { sources, loads: matches(text, /^(?:const \w+ = )?require\("\.\/([^"]+)"\);$/gm) }];
    }),
);
/** The source that each command begins in: what the files that declare commands load when one runs. */
const STARTS = sourceTree()
  .filter(({ path }) => posix.basename(path).startsWith("add-"))
  .flatMap(({ path }) => {
    const targets = matches(readFileSync(new URL(path, ROOT), "utf8"), /import\("([^"]+)"\)/g);
    return targets.map((target) => posix.join(posix.dirname(path), target));
  });

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found]) => found!);
}

/** Returns the sources that are loaded with one. */
function loadedWith(source: string): string[] {
  const own = [...chunks].filter(([, { sources }]) => sources.includes(source)).map(([name]) => name);
  expect(own).toHaveLength(1);
  const reached = new Set(own);
  for (const name of reached) for (const other of chunks.get(name)!.loads) reached.add(other);
  return [...reached].flatMap((name) => chunks.get(name)!.sources);
}

it("loads with each command no other one, unless it uses it", () => {
  expect(STARTS.length).toBeGreaterThan(20);
  const others = STARTS.map((start) => {
    const loaded = new Set(loadedWith(start));
    return [start, STARTS.filter((other) => other !== start && loaded.has(other))] as const;
  });
  expect(Object.fromEntries(others.filter(([, loaded]) => loaded.length > 0))).toEqual({
    "src/commands/authoring/init-project.ts": ["src/commands/authoring/init.ts"],
    "src/commands/models/predict.ts": ["src/commands/models/export-model.ts"],
    "src/commands/reviewing/review.ts": ["src/commands/sweeping/check.ts", "src/commands/sweeping/verify.ts"],
  });
});

it("reads a command line without what commands work with", () => {
  const loaded = loadedWith("src/commands/run-cli.ts");
  expect(loaded).toContain("src/commands/planning/add-planning.ts");
  const costly = /^src\/(kernels|training|trials|pipeline|store|results|report)\//;
  expect(loaded.filter((path) => costly.test(path) || STARTS.includes(path))).toEqual([]);
});
