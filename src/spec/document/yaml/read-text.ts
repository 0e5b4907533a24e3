import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, parse } from "node:path";
import { nearestWord } from "../../../text/nearest-word.ts";
import { decodeText, MAX_BYTES, refuseSize, refuseText } from "./decode-text.ts";
import type { Statement } from "../../../statement.ts";

/** Returns the text of a file, or why it cannot be read. */
export type ReadText = (file: string) => string | Statement;

/** Returns the text of a file on disk, or why it cannot be read. */
export function readText(file: string): string | Statement {
  try {
    const facts = statSync(file);
    if (facts.isDirectory())
      return refuseText(
        "unreadable-file",
        { allowed: "a regular file", found: "a folder" },
        `Name its files: ${join(file, "*.yaml")}`,
      );
    if (!facts.isFile())
      return refuseText("unreadable-file", { allowed: "a regular file", found: "something else" });
    if (facts.size > MAX_BYTES) return refuseSize(`${facts.size}`);
    return decodeText(readFileSync(file));
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code === "ENOENT")
      return { code: "file-not-found", message: `File not found: ${file}`, hint: meantFile(file) };
    return { code: "unreadable-file", message: `Cannot open the file: ${error.message}` };
  }
}

/** An experiment has the name of its results: `lr` is `experiments/lr.yaml`. */
function meantFile(file: string): string {
  const meant = [`${file}.yaml`, `${file}.yml`].flatMap((name) => [name, join("experiments", name)]);
  const found = meant.find((name) => existsSync(name));
  return found === undefined ? otherFile(file) : `Write ${found}`;
}

function otherFile(file: string): string {
  const folder = dirname(file);
  const names = yamlFiles(folder);
  if (!names) return `Run it from the folder that contains ${folder}/`;
  // An ending is no reason to take one name for another.
  const near = nearestWord(
    parse(file).name,
    names.map((name) => parse(name).name),
  );
  const meant = names.find((name) => parse(name).name === near);
  if (meant !== undefined) return `Did you mean ${join(folder, meant)}?`;
  return "Write the file first, or correct its name";
}

function yamlFiles(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  } catch {
    return undefined;
  }
}
