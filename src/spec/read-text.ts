import { readFileSync, statSync } from "node:fs";
import type { Statement } from "./source-text.ts";

/** So that reading any file at all takes less than a second. */
const MAX_BYTES = 100_000;

/** Returns the text of a file, or why it cannot be read as one. */
export function readText(file: string): string | Statement {
  try {
    const facts = statSync(file);
    if (!facts.isFile())
      return refuse("it must be a file", facts.isDirectory() ? "a folder" : "something else");
    if (facts.size > MAX_BYTES)
      return refuse(
        `it may have at most ${MAX_BYTES} bytes`,
        `${facts.size}`,
        "Use a range for a long axis, or move parts to files that extends names",
      );
    return decode(readFileSync(file));
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code === "ENOENT") return refuse("it must exist", "no such file", "Check the path");
    return refuse("the system must allow it", error.message);
  }
}

function decode(bytes: Uint8Array): string | Statement {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuse("it must be UTF-8", "other bytes", "Save it as UTF-8");
  }
}

function refuse(rule: string, found: string, hint?: string): Statement {
  return { message: `Cannot read the file as ${rule}: ${found}`, hint };
}
