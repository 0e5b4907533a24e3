import { readdirSync, readFileSync } from "node:fs";
import { parseAst } from "rolldown/parseAst";

/** A node of a syntax tree, as far as the tests look at it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

/** A file of src/. */
export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  /** Every node of the file, outer ones first. */
  readonly nodes: readonly Node[];
  /** Returns "path:line" of a node. */
  place(node: Node): string;
}

const root = new URL("../../", import.meta.url);
const GENERATED = /^src\/(kernels\/simd\/wasm\.ts|validators\/.*)$/;

/** Returns every file below src/ that the build does not generate, parsed. */
export function sourceTree(): SourceFile[] {
  return sourcePaths().map(readSource);
}

/** Returns the paths of these files. */
export function sourcePaths(): string[] {
  return readdirSync(new URL("src/", root), { recursive: true, encoding: "utf8" })
    .map((path) => `src/${path.replaceAll("\\", "/")}`)
    .filter((path) => /\.(tsx?|mjs)$/.test(path) && !GENERATED.test(path))
    .toSorted();
}

function readSource(path: string): SourceFile {
  const text = readFileSync(new URL(path, root), "utf8");
  const lineAt = (offset: number): number => text.slice(0, offset).split("\n").length;
  return {
    path,
    lines: lineAt(text.length - 1),
    nodes: [...walk(parseAst(blankDecorators(text), { lang: path.endsWith("x") ? "tsx" : "ts" }))],
    place: ({ start }) => `${path}:${lineAt(start)}`,
  };
}

/** AssemblyScript decorates functions, which TypeScript's grammar does not allow. */
function blankDecorators(text: string): string {
  return text.replaceAll(/^@\w+/gm, (decorator) => " ".repeat(decorator.length));
}

function* walk(value: unknown): Generator<Node> {
  if (typeof value !== "object" || value === null) return;
  if ("type" in value && "start" in value) yield value as Node;
  for (const child of Object.values(value)) yield* walk(child);
}
