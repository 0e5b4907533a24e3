import type { ProblemCode } from "../../../problem-codes.ts";
import { statement, type Statement } from "../../../statement.ts";

/** Bytes that a spec may have, so that reading any file at all takes less than a second. */
export const MAX_BYTES = 100_000;

/** Returns bytes as text, or why they are not text. */
export function decodeText(bytes: Uint8Array): string | Statement {
  if (bytes.length > MAX_BYTES) return refuseSize(`${bytes.length}`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuseText("not-text", { allowed: "UTF-8 text", found: "other bytes" }, "Save it as UTF-8");
  }
}

/** Returns that a file is too large to be read. @param found Its size. */
export function refuseSize(found: string): Statement {
  const hint = "Use a range for a long axis, or move parts into files named below extends";
  const rule = { subject: "The file", verb: "must have", allowed: `at most ${MAX_BYTES} bytes`, found };
  return statement("too-large", rule, hint);
}

/** Returns that a file is not what it must be. */
export function refuseText(
  code: ProblemCode,
  { allowed, found }: { readonly allowed: string; readonly found: string },
  hint?: string,
): Statement {
  return statement(code, { subject: "The file", allowed, found }, hint);
}
