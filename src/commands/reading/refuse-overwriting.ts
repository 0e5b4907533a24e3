import { resolve } from "node:path";
import { realPath } from "../../files/real-path.ts";
import { GridientError } from "../../errors.ts";
import { visibleText } from "../../text/visible-text.ts";

/**
 * Refuses an output file that is one of the inputs.
 * @throws {GridientError} E_USAGE
 */
export function refuseOverwriting(out: string, read: readonly string[]): void {
  const path = realPath(resolve(out));
  if (!read.some((file) => realPath(resolve(file)) === path)) return;
  const message = `The output must not replace a file that it is made from (got ${visibleText(JSON.stringify(out))})`;
  throw new GridientError("E_USAGE", message, { hint: "Choose another file: --out FILE" });
}
