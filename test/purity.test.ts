import { copyFileSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, describe, expect, it } from "vitest";
import { sourceTree, type Node } from "./support/source-tree.ts";

/** What every CPU and every release of Node computes to the same bit. */
const EXACT = ["abs", "ceil", "floor", "round", "sign", "trunc", "max", "min", "sqrt"].concat([
  "clz32",
  "imul",
  "fround",
  "f16round",
  "sumPrecise",
]);
const INEXACT = Object.getOwnPropertyNames(Math)
  .filter((name) => typeof Math[name as keyof Math] === "function" && !EXACT.includes(name))
  .flatMap((name) => [`Math.${name};`, `Math["${name}"];`, `{ const { ${name} } = Math; }`]);
const LOCAL = [
  "1..toLocaleString();",
  '"a".localeCompare("b");',
  '"a".toLocaleUpperCase();',
  "Intl.Collator;",
];
const OUTSIDE = ["Date.now();", "new Date();", "performance.now();", "process.env;", "console.log();"];

const folder = mkdtempSync(join(tmpdir(), "gridient-purity-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the linter", () => {
  it("refuses inexact arithmetic, locales, clocks and the console in src/", async () => {
    const planted = [...INEXACT, ...LOCAL, ...OUTSIDE];
    expect(await linesRefused(planted)).toEqual(planted);
  });

  it("leaves exact arithmetic alone", async () => {
    expect(await linesRefused(EXACT.map((name) => `Math.${name}(1);`))).toEqual([]);
  });
});

describe("src/", () => {
  it("raises to no power by `**`, whose bits differ between releases of Node", () => {
    const powers = sourceTree().flatMap((file) => file.nodes.filter(isPower).map((node) => file.place(node)));
    expect(powers).toEqual([]);
  });

  it("spreads no list into Math.min or Math.max, which overflow the stack where it is long", () => {
    const spread = sourceTree().flatMap((file) =>
      file.nodes.filter(isSpreadExtreme).map((node) => file.place(node)),
    );
    expect(spread).toEqual([]);
  });

  it("remembers no data between commands: what is read of files belongs to who asked for it", () => {
    const remembered = sourceTree()
      .filter(({ path }) => path.startsWith("src/data/"))
      .flatMap((file) => file.nodes.filter(isTopLevelMemory(file.nodes[0]!)).map((node) => file.place(node)));
    expect(remembered).toEqual([]);
  });
});

/** Returns the lines that the repository's rules refuse in a file of src/, each a statement. */
async function linesRefused(lines: readonly string[]): Promise<string[]> {
  copyFileSync(".oxlintrc.json", join(folder, ".oxlintrc.json"));
  mkdirSync(join(folder, "src"), { recursive: true });
  writeFileSync(join(folder, "src/planted.ts"), lines.join("\n"));
  const allow = ["no-unused-expressions", "no-unused-vars", "no-new"].flatMap((rule) => ["--allow", rule]);
  const { stdout } = await execa("oxlint", ["-f", "unix", ...allow], {
    cwd: folder,
    preferLocal: true,
    localDir: process.cwd(),
    reject: false,
  });
  const refused = new Set([...stdout.matchAll(/planted\.ts:(\d+):/g)].map(([, line]) => Number(line)));
  return lines.filter((_, i) => refused.has(i + 1));
}

/** Whether a node is a variable of a module: one that may be assigned, or a Map that is filled later. */
function isTopLevelMemory({ body }: Node): (node: Node) => boolean {
  const statements = body as readonly Node[];
  return (node) => {
    if (node.type !== "VariableDeclaration" || !statements.includes(node)) return false;
    return node["kind"] !== "const" || (node["declarations"] as readonly Node[]).some(isEmptyMap);
  };
}

function isEmptyMap({ init }: Node): boolean {
  const made = init as { type: string; callee?: { name?: string }; arguments?: readonly unknown[] } | null;
  const isMap = ["Map", "WeakMap"].includes(made?.callee?.name ?? "");
  return made?.type === "NewExpression" && isMap && made.arguments?.length === 0;
}

function isPower({ operator }: Node): boolean {
  return operator === "**" || operator === "**=";
}

/** Whether a node is a call of Math.min or Math.max with a list spread into its arguments. */
function isSpreadExtreme(node: Node): boolean {
  if (node.type !== "CallExpression") return false;
  const { object, property } = node["callee"] as { object?: { name?: string }; property?: { name?: string } };
  const isExtreme = object?.name === "Math" && ["min", "max"].includes(property?.name ?? "");
  return isExtreme && (node["arguments"] as Node[]).some(({ type }) => type === "SpreadElement");
}
