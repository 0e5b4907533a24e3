import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { temporaryFolder } from "./folders.ts";

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

let packed: Promise<Packed> | undefined;

/** Packs what has been built, in a copy: npm changes files for a moment, which other tests read. */
export function packedPackage(): Promise<Packed> {
  return (packed ??= pack());
}

async function pack(): Promise<Packed> {
  const clone = await temporaryFolder();
  for (const path of [...SOURCES, ...BUILT.map((name) => `dist/${name}`)])
    await cp(join(ROOT, path), join(clone, path), { recursive: true });
  await writeFile(join(clone, "dist/.tsbuildinfo"), "");
  await writeFile(join(clone, "package.json"), await manifestWithoutBuild());
  const { stdout } = await execa("npm", ["pack", "--json", "--loglevel=error"], { cwd: clone });
  const tarball = join(clone, (JSON.parse(stdout) as [{ filename: string }])[0].filename);
  await execa("tar", ["-xzf", tarball, "-C", clone]);
  return { tarball, clone, folder: join(clone, "package") };
}

async function manifestWithoutBuild(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  return JSON.stringify({ ...manifest, scripts: { ...manifest.scripts, build: "node --eval 0" } });
}

/** Installs the package into an empty project, without a registry: what it needs is copied from this repository. */
export async function projectWithPackage(): Promise<string> {
  const { tarball } = await packedPackage();
  const project = await temporaryFolder();
  await writeFile(join(project, "package.json"), JSON.stringify({ name: "project", private: true }));
  await cp(join(ROOT, "node_modules/piscina"), join(project, "node_modules/piscina"), { recursive: true });
  await execa("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], { cwd: project });
  // What a project with TypeScript has, too.
  await mkdir(join(project, "node_modules/@types"), { recursive: true });
  await symlink(join(ROOT, "node_modules/@types/node"), join(project, "node_modules/@types/node"));
  return project;
}
