import type { ProblemCode } from "../../../problem-codes.ts";
import type { Statement } from "../../source-text.ts";

/** Bytes that a spec may have, so that reading any file at all takes less than a second. */
export const MAX_BYTES = 100_000;

/** Returns bytes as text, or why they cannot be read as one. */
export function decodeText(bytes: Uint8Array): string | Statement {
  if (bytes.length > MAX_BYTES) return refuseSize(`${bytes.length}`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuseText("not-text", {
      rule: "it must be UTF-8",
      found: "other bytes",
      hint: "Save it as UTF-8",
    });
  }
}

/** Returns that a file is too large to be read. @param found Its size. */
export function refuseSize(found: string): Statement {
  const hint = "Use a range for a long axis, or move parts to files that extends names";
  return refuseText("too-large", { rule: `it may have at most ${MAX_BYTES} bytes`, found, hint });
}

/** Returns that a file cannot be read. */
export function refuseText(
  code: ProblemCode,
  { rule, found, hint }: { rule: string; found: string; hint?: string },
): Statement {
  return { code, message: `Cannot read the file as ${rule}: ${found}`, hint };
}
