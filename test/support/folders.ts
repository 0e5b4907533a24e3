import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

/** Returns a new empty folder of the system's temporary one. */
export async function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "gridient-"));
}

/** Returns path -> SHA-256 of every file below a folder, sorted; empty where there is none. */
export async function digestsBelow(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const digests: [string, string][] = [];
  for (const file of files.toSorted()) {
    const hash = createHash("sha256").update(await readFile(file));
    digests.push([relative(folder, file), hash.digest("hex")]);
  }
  return Object.fromEntries(digests);
}
