import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Returns what `work` returns, given a new folder that is removed afterwards.
 * @template Result
 * @param {(folder: string) => Result} work
 * @returns {Result}
 */
export function inTemporaryFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), "gridient-bench-"));
  const remove = () => rmSync(folder, { recursive: true });
  let isLater = false;
  try {
    const result = work(folder);
    isLater = result instanceof Promise;
    return isLater ? result.finally(remove) : result;
  } finally {
    if (!isLater) remove();
  }
}
