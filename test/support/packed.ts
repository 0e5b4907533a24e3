import { cp, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { temporaryFolder } from "./folders.ts";
import { madeOnce } from "./made-once.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** What a package is made of. */
const SOURCES = [
  "README.md",
  "LICENSE",
  "CHANGELOG.md",
  "AGENTS.md",
  "llms.txt",
  "schemas",
  "experiments",
  "src/build",
];
const BUILT = ["program", "browser", "types"];

/** A package as `npm pack` makes it. */
export interface Packed {
  readonly tarball: string;
  /** Where it is unpacked. */
  readonly folder: string;
  /** The clone that it was made in. */
  readonly clone: string;
}

/**
 * Returns the package of what has been built, packed once for all tests of a run. It is packed in a copy: npm changes files
 * for a moment, which other tests read.
 */
export async function packedPackage(): Promise<Packed> {
  const clone = await madeOnce("packed", pack);
  const tarball = (await readdir(clone)).find((name) => name.endsWith(".tgz"))!;
  return { tarball: join(clone, tarball), clone, folder: join(clone, "package") };
}

async function pack(clone: string): Promise<void> {
  for (const path of [...SOURCES, ...BUILT.map((name) => `dist/${name}`)])
    await cp(join(ROOT, path), join(clone, path), { recursive: true });
  await writeFile(join(clone, "dist/.tsbuildinfo"), "");
  await writeFile(join(clone, "package.json"), await manifestWithoutBuild());
  const { stdout } = await execa("npm", ["pack", "--json", "--loglevel=error"], { cwd: clone });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await execa("tar", ["-xzf", filename, "-C", clone], { cwd: clone });
}

async function manifestWithoutBuild(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  return JSON.stringify({ ...manifest, scripts: { ...manifest.scripts, build: "node --eval 0" } });
}

/** Returns a new project with the package, which is installed once for all tests of a run. */
export async function projectWithPackage(): Promise<string> {
  const installed = await madeOnce("installed", install);
  const project = await temporaryFolder();
  await cp(installed, project, { recursive: true, verbatimSymlinks: true });
  return project;
}

/** Installs the package into an empty project, without a registry: what it needs is copied from this repository. */
async function install(project: string): Promise<void> {
  const { tarball } = await packedPackage();
  await writeFile(join(project, "package.json"), JSON.stringify({ name: "project", private: true }));
  await cp(join(ROOT, "node_modules/piscina"), join(project, "node_modules/piscina"), { recursive: true });
  await execa("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], { cwd: project });
  // What a project with TypeScript has, too.
  await mkdir(join(project, "node_modules/@types"), { recursive: true });
  await symlink(join(ROOT, "node_modules/@types/node"), join(project, "node_modules/@types/node"));
}
