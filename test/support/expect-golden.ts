import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/**
 * Fails when a text differs from the file of that name in test/golden/, and then writes the new text to a temporary
 * folder, as NAME-changed: if it is right, copy it over the golden file.
 * @throws {Error} If they differ.
 */
export function expectGolden(name: string, actual: string): void {
  const golden = new URL(`../golden/${name}`, import.meta.url);
  if (readOrEmpty(golden) === actual) return;
  const [, stem, extension] = /^(.*)(\.[^.]+)$/.exec(basename(name))!;
  const changed = join(mkdtempSync(join(tmpdir(), "gridient-golden-")), `${stem}-changed${extension}`);
  writeFileSync(changed, actual);
  throw new Error(`Cannot accept the text as it must equal test/golden/${name}: see ${changed}`);
}

function readOrEmpty(url: URL): string {
  try {
    return readFileSync(url, "utf8");
  } catch {
    return "";
  }
}
