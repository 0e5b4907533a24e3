import { readdirSync, readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { beforeAll, describe, expect, it } from "vitest";
import { packedPackage, type Packed } from "../support/packed.ts";

const ROOT = new URL("../../", import.meta.url);
const MEGABYTE = 1_000_000;

let packed: Packed;
let files: readonly string[];
beforeAll(async () => {
  packed = await packedPackage();
  files = filesBelow(packed.folder);
});

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const own = readJson("package.json") as Manifest;

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, ROOT), "utf8"));
}

describe("the package", () => {
  it("brings at most 3 packages, and has at most 9 MB with them", () => {
    expect(Object.keys(own.dependencies)).toEqual(["piscina"]);
    const brought = packagesBelow("piscina");
    expect(brought.length).toBeLessThanOrEqual(3);
    const folders = brought.map((name) => fileURLToPath(new URL(`node_modules/${name}`, ROOT)));
    expect(folders.reduce((sum, folder) => sum + sizeOf(folder), sizeOf(packed.folder))).toBeLessThan(
      9 * MEGABYTE,
    );
  });

  it("has what it exports, and nothing that is of use only in a clone", () => {
    expect(files).toEqual(
      expect.arrayContaining(["LICENSE", "README.md", "CHANGELOG.md", "dist/program/cli.js"]),
    );
    expect(files.filter((path) => /\.map$|\.ts$(?<!\.d\.ts)|tsbuildinfo|^(src|test)\//.test(path))).toEqual(
      [],
    );
    const folders = new Set(files.map((path) => path.split("/").slice(0, 2).join("/")));
    expect([...folders].filter((path) => path.startsWith("dist")).toSorted()).toEqual([
      "dist/browser",
      "dist/program",
      "dist/types",
    ]);
  });

  it("has code that refers to no source map, and a README whose links lead to the code host", async () => {
    for (const path of files.filter((name) => /\.(js|ts)$/.test(name)))
      expect(await readFile(join(packed.folder, path), "utf8"), path).not.toContain("sourceMappingURL");
    const readme = await packedText("README.md");
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !link.startsWith("https://"))).toEqual([]);
    const linked = links.flatMap((link) => link.split(`/v${own.version}/`)[1] ?? []);
    expect(linked).toHaveLength(links.length);
    for (const file of linked) expect(() => readFileSync(new URL(file, ROOT)), file).not.toThrow();
  });

  it("leaves README.md and package.json of the clone as they were", async () => {
    expect(await readFile(join(packed.clone, "README.md"), "utf8")).toBe(
      readFileSync(new URL("README.md", ROOT), "utf8"),
    );
    expect(await readFile(join(packed.clone, "package.json"), "utf8")).toContain("devDependencies");
    expect(await packedText("package.json")).not.toMatch(/devDependencies|scripts|overrides|allowPrograms/);
  });

  it("has the licences of what is bundled into it", async () => {
    const notices = await readFile(join(packed.folder, "dist/program/LICENSES.txt"), "utf8");
    for (const name of ["d3-contour", "yaml", "fast-png", "jpeg-js", "commander", "@noble/hashes"])
      expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\([\\w-]+\\)$`, "m"));
  });

  it("is without fault to publint and to Are the types wrong", async () => {
    const { buffer } = Uint8Array.from(await readFile(packed.tarball));
    expect((await publint({ pack: { tarball: buffer }, strict: true })).messages).toEqual([]);
    const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(buffer)));
    expect(analysis).toMatchObject({ entrypoints: { ".": {}, "./predict": {} } });
    if (!analysis.types) throw new Error("has no types");
    const problems = analysis.problems.filter((problem) => {
      // Node 20.19 requires ES modules; TypeScript's old resolution knows no exports.
      const isKnown = problem.kind === "CJSResolvesToESM" && problem.entrypoint === "./predict";
      return !isKnown && !("resolutionKind" in problem && problem.resolutionKind === "node10");
    });
    expect(problems).toEqual([]);
  });
});

function packedText(path: string): Promise<string> {
  return readFile(join(packed.folder, path), "utf8");
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** Of one that is not for this system nothing is installed. */
function sizeOf(folder: string): number {
  const sizes = filesBelow(folder).map((file) => statSync(join(folder, file)).size);
  return sizes.reduce((sum, size) => sum + size, 0);
}

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

/** Returns a package and those that it needs on Linux with glibc, as the lock file has them. */
function packagesBelow(name: string): string[] {
  const { packages } = readJson("package-lock.json") as { packages: Record<string, Locked> };
  const reached = new Set([name]);
  for (const one of reached) {
    const { dependencies, optionalDependencies } = packages[`node_modules/${one}`]!;
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const { os = ["linux"], cpu = ["x64"], libc = ["glibc"] } = packages[`node_modules/${needed}`]!;
      if (os.includes("linux") && cpu.includes("x64") && libc.includes("glibc")) reached.add(needed);
    }
  }
  return [...reached];
}
