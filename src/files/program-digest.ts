import { readFileSync } from "node:fs";
import { version } from "node:process";
import { packageFile } from "./package-file.ts";
import { sha256Of } from "./sha256-of.ts";

/** What the build notes of every source of the command line, and of what a page carries. */
const NOTES = ["dist/program/digests.json", "dist/browser/digests.json"];

/**
 * A digest of the program that runs, as it was when it was loaded: of all sources that it was built from, those of its
 * packages by package-lock.json, and of the version of Node. Undefined where the sources themselves run, of which the last build knows nothing.
 */
export const PROGRAM_DIGEST: string | undefined = programDigest();

function programDigest(): string | undefined {
  if (!import.meta.url.includes("/dist/program/")) return undefined;
  try {
    const notes = NOTES.map((path) => readFileSync(packageFile(path), "utf8"));
    return sha256Of([version, ...notes].join("\n"));
  } catch {
    return undefined;
  }
}
