import { readFileSync, statSync } from "node:fs";
import { decodeText, MAX_BYTES, refuseSize, refuseText } from "./decode-text.ts";
import type { Statement } from "../source-text.ts";

/** How files of experiments are read: as text, or why they cannot be. */
export type ReadText = (file: string) => string | Statement;

/** Returns the text of a file, or why it cannot be read as one. */
export function readText(file: string): string | Statement {
  try {
    const facts = statSync(file);
    if (!facts.isFile())
      return refuseText("it must be a file", facts.isDirectory() ? "a folder" : "something else");
    if (facts.size > MAX_BYTES) return refuseSize(`${facts.size}`);
    return decodeText(readFileSync(file));
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code === "ENOENT") return refuseText("it must exist", "no such file", "Check the path");
    return refuseText("the system must allow it", error.message);
  }
}
