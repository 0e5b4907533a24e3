import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gives all tests a temporary folder of their own, and removes it with all that they leave there. */
export function setup(): () => void {
  const root = mkdtempSync(join(tmpdir(), "gridient-tests-"));
  for (const name of ["TMPDIR", "TEMP", "TMP"]) process.env[name] = root;
  return () => {
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  };
}
