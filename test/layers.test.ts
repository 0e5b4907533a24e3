import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { portableFiles } from "./support/portable-files.ts";
import { importsOf, type SourceImport } from "./support/source-imports.ts";
import { sourceTree } from "./support/source-tree.ts";

/** The folders (and files) of src/: each may import from those before it. */
const LAYERS =
  "errors problem-codes statement text files validators math search data downloads functions metrics fields configuration spec trials kernels training runners store model results interchange report terminal live browser pipeline playground fleet commands library predict index cli build".split(
    " ",
  );
/** The rooms of large folders, each with "" for the folder's own files: here, too, each may import from those before it. */
const ROOMS: Readonly<Record<string, string>> = {
  fields: "schema|tables|",
  search: "|tpe|racing|importance",
  spec: "|document|fields|grid|expectations|face",
  kernels: "optimizers||reference|simd|native",
  store: "log|formats|folders|",
  fleet: "|worker|coordinator",
  commands:
    "console|reading|authoring|planning|results|store|data|models|verdicts|fleet|sweeping|reviewing|agent|",
};
/** Files that offer what the rooms of `spec/` do, and so come after them. */
const FACE =
  /^src\/spec\/(read-experiment|check-part|build-experiment|format-experiment|explain-experiment|expand-experiment|search-experiment)\.ts$/;
/** Files of a folder, or of a room, that one still surveys at a glance. */
const MOST_FILES = 25;
/** Lines of a file that must have a reason to be one of its own. */
const SMALL = 30;
/** Most small files that a single file imports, out of the same folder. */
const MOST_LONE = 32;
/** Packages that also run in a browser. */
const PORTABLE_PACKAGES =
  /^(@codemirror\/|@lezer\/highlight$|@noble\/hashes\/|ajv\/dist\/runtime\/|csv-(parse|stringify)\/sync$|d3-contour$|fast-png$|fastest-levenshtein$|fflate$|jpeg-js$|jsep$|preact(\/|$)|yaml$)/;
const ASSEMBLY = "src/kernels/simd/assembly/";

const files = sourceTree();
const imports = new Map(files.map((file) => [file.path, importsOf(file)]));

describe("src/", () => {
  it("has only folders that have a place in the order of imports", () => {
    expect(files.map(({ path }) => path).filter((path) => !LAYERS.includes(layerOf(path)))).toEqual([]);
  });

  it("imports only from its own folder or folders before it", () => {
    const isLater = (path: string, target: string): boolean =>
      LAYERS.indexOf(layerOf(target)) > LAYERS.indexOf(layerOf(path));
    expect(breaches((path, { isOwn, target }) => isOwn && isLater(path, target))).toEqual([]);
  });

  it("imports only from its own room or rooms before it, and has no room without a place", () => {
    const rank = (path: string): number =>
      (ROOMS[layerOf(path)] ?? roomOf(path)).split("|").indexOf(roomOf(path));
    const isLater = (path: string, target: string): boolean =>
      target.startsWith("src/") && layerOf(target) === layerOf(path) && rank(target) > rank(path);
    expect(files.map(({ path }) => path).filter((path) => rank(path) < 0)).toEqual([]);
    expect(breaches((path, { isOwn, target }) => isOwn && isLater(path, target))).toEqual([]);
  });

  it("reads experiments behind one face", () => {
    const isPast = (target: string): boolean => /^src\/spec\/.*\//.test(target);
    expect(breaches((path, { target }) => layerOf(path) !== "spec" && isPast(target))).toEqual([]);
  });

  it(`has folders of at most ${MOST_FILES} files`, () => {
    const sizes = new Map<string, number>();
    for (const { path } of files) sizes.set(posix.dirname(path), (sizes.get(posix.dirname(path)) ?? 0) + 1);
    expect([...sizes].filter(([, size]) => size > MOST_FILES)).toEqual([]);
  });

  it("lets runners know nothing but errors", () => {
    const isForeign = (target: string): boolean => !["errors", "runners"].includes(layerOf(target));
    expect(
      breaches((path, { isOwn, target }) => isOwn && layerOf(path) === "runners" && isForeign(target)),
    ).toEqual([]);
  });

  it("keeps the kernel's AssemblyScript to itself", () => {
    expect(breaches((path, { target }) => path.startsWith(ASSEMBLY) !== target.startsWith(ASSEMBLY))).toEqual(
      [],
    );
  });

  it("reads the clock only in the command line", () => {
    const mayRead = (path: string): boolean => ["commands", "cli"].includes(layerOf(path));
    expect(breaches((path, { target }) => target === "node:perf_hooks" && !mayRead(path))).toEqual([]);
  });

  it("has no cycle of imports", () => {
    expect(findCycles()).toEqual([]);
  });

  it("imports nothing of Node in what also runs in a browser", () => {
    const reached = closure(portableFiles());
    const isForeign = ({ isOwn, isType, target }: SourceImport): boolean =>
      !isOwn && !isType && !PORTABLE_PACKAGES.test(target);
    expect(breaches((path, imported) => reached.has(path) && isForeign(imported))).toEqual([]);
  });

  it("has files of at most 300 lines, half of them of at most 60", () => {
    expect(files.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path}:${lines}`)).toEqual([]);
    expect(files.map(({ lines }) => lines).toSorted((a, b) => a - b)[files.length >> 1]).toBeLessThan(61);
  });

  it(`has few files of at most ${SMALL} lines, and hardly any that belong in the one beside them`, () => {
    const small = files.filter(({ lines }) => lines <= SMALL);
    expect(small.length / files.length).toBeLessThan(0.3);
    const lone = small.filter(({ path }) => isLone(path)).map(({ path }) => path);
    expect(lone.length, lone.join("\n")).toBeLessThanOrEqual(MOST_LONE);
  });
});

/**
 * Whether one file imports another, and lies beside it. What a command loads when it runs is a file for that reason.
 */
function isLone(path: string): boolean {
  const [importer, ...others] = [...imports].flatMap(([other, list]) =>
    list.some(({ target }) => target === path) ? [other] : [],
  );
  if (importer === undefined || others.length > 0) return false;
  const isCommand = posix.basename(importer).startsWith("add-");
  return posix.dirname(importer) === posix.dirname(path) && !isCommand;
}

/** "src/math/exp.ts" lies in "math", "src/errors.ts" is "errors". */
function layerOf(path: string): string {
  return path.split("/")[1]!.replace(/\.ts$/, "");
}

/** "src/spec/document/yaml/parse-yaml.ts" lies in "document", "src/spec/sweep.ts" in "". */
function roomOf(path: string): string {
  if (FACE.test(path)) return "face";
  return path.split("/").slice(2, -1)[0] ?? "";
}

/** Returns the imports that break a rule, each with its place. */
function breaches(isBreach: (path: string, imported: SourceImport) => boolean): string[] {
  return [...imports].flatMap(([path, list]) =>
    list
      .filter((imported) => isBreach(path, imported))
      .map(({ place, target }) => `${place} imports ${target}`),
  );
}

/** Returns every file that some files need when they run, themselves included. */
function closure(paths: readonly string[]): Set<string> {
  const reached = new Set(paths);
  for (const path of reached) {
    for (const { isOwn, isType, target } of imports.get(path) ?? [])
      if (isOwn && !isType) reached.add(target);
  }
  return reached;
}

/** Returns a cycle for each import that closes one, as "place imports target, which leads back". */
function findCycles(): string[] {
  const done = new Set<string>();
  const open = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string): void => {
    open.add(path);
    for (const { isOwn, target, place } of imports.get(path) ?? []) {
      if (open.has(target)) cycles.push(`${place} imports ${target}, which leads back`);
      else if (isOwn && !done.has(target)) visit(target);
    }
    open.delete(path);
    done.add(path);
  };
  for (const path of imports.keys()) if (!done.has(path)) visit(path);
  return cycles;
}
