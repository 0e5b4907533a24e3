import { readFile, stat } from "node:fs/promises";
import { experimentName, isResultsName } from "./experiment-name.ts";
import type { Problem } from "./problem.ts";
import { readExperiment, type Reading } from "./read-experiment.ts";
import type { Statement } from "./source-text.ts";

const MAX_BYTES = 1_000_000;

/** Returns what `readExperiment` makes of a file; what cannot be read as text is a problem like any other. */
export async function readExperimentFile(file: string, options: { limit: number }): Promise<Reading> {
  const name = experimentName(file);
  const content = isResultsName(name) ? await readBytes(file) : unusableName(name);
  const text = content instanceof Uint8Array ? decode(content) : content;
  if (typeof text === "string") return readExperiment(text, file, options);
  return { experiment: undefined, problems: [unreadable(file, text)] };
}

async function readBytes(file: string): Promise<Uint8Array | Statement> {
  try {
    const facts = await stat(file);
    if (!facts.isFile())
      return refuse("it must be a file", facts.isDirectory() ? "a folder" : "something else");
    if (facts.size > MAX_BYTES) return refuse(`it may have at most ${MAX_BYTES} bytes`, `${facts.size}`);
    return await readFile(file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code === "ENOENT") return refuse("it must exist", "no such file", "Check the path");
    return refuse("the system must allow it", error.message);
  }
}

function unusableName(name: string): Statement {
  return refuse(
    "no part of its name may begin with a dot",
    `"${name}"`,
    "Rename the file: its results need the name",
  );
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

function unreadable(file: string, { message, hint }: Statement): Problem {
  const place = { severity: "error", file, line: 1, column: 1, length: 1, sourceLine: "" } as const;
  return hint === undefined ? { ...place, message } : { ...place, message, hint };
}
