import { resolve } from "node:path";
import { realPath } from "../../files/real-path.ts";
import { GridientError } from "../../errors.ts";
import { visibleText } from "../../text/visible-text.ts";

/**
 * Returns silently unless a file to be written is one of those that are read.
 * @throws {GridientError} E_USAGE
 */
export function refuseOverwriting(out: string, read: readonly string[]): void {
  const path = realPath(resolve(out));
  if (!read.some((file) => realPath(resolve(file)) === path)) return;
  const message = `The output must not replace a file that it is made from (got ${visibleText(JSON.stringify(out))})`;
  throw new GridientError("E_USAGE", message, { hint: "Give another file: --out FILE" });
}
