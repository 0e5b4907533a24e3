import { readFileSync } from "node:fs";

/** Returns where a file of this package lies. This module, and the bundle that holds it, lie two folders below the package. */
export function packageFile(path: string): URL {
  return new URL(`../../${path}`, import.meta.url);
}

/** Returns the version of this package. */
export function packageVersion(): string {
  const manifest = JSON.parse(readFileSync(packageFile("package.json"), "utf8")) as { version: string };
  return manifest.version;
}
