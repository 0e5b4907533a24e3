import type { System } from "../../../files/system.ts";
import { nearestWord } from "../../../text/nearest-word.ts";
import { joinPath } from "../../../text/paths.ts";
import { decodeText, MAX_BYTES, refuseSize, refuseText } from "./decode-text.ts";
import type { Statement } from "../../../statement.ts";

/** Returns the text of a file, or why it cannot be read. */
export type ReadText = (file: string) => string | Statement;

/** Returns the text of a file of a system, or why it cannot be read. */
export function readText(file: string, system: System): string | Statement {
  try {
    const found = system.find(file);
    if (!found)
      return { code: "file-not-found", message: `File not found: ${file}`, hint: meantFile(file, system) };
    if (found.kind === "folder")
      return refuseText(
        "unreadable-file",
        { allowed: "a regular file", found: "a folder" },
        `Name its files: ${joinPath(file, "*.yaml")}`,
      );
    if (found.kind === "other")
      return refuseText("unreadable-file", { allowed: "a regular file", found: "something else" });
    if (found.bytes > MAX_BYTES) return refuseSize(`${found.bytes}`);
    return decodeText(system.read(file));
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return { code: "unreadable-file", message: `Cannot open the file: ${error.message}` };
  }
}

/** An experiment has the name of its results: `lr` is `experiments/lr.yaml`. */
function meantFile(file: string, system: System): string {
  const meant = [`${file}.yaml`, `${file}.yml`].flatMap((name) => [name, joinPath("experiments", name)]);
  const found = meant.find((name) => system.find(name));
  return found === undefined ? otherFile(file, system) : `Write ${found}`;
}

function otherFile(file: string, system: System): string {
  const folder = system.folderOf(file);
  const names = yamlFiles(folder, system);
  if (!names) return `Run it from the folder that contains ${folder}/`;
  // An ending is no reason to take one name for another.
  const near = nearestWord(stemOf(file.split(/[\\/]/).at(-1) ?? ""), names.map(stemOf));
  const meant = names.find((name) => stemOf(name) === near);
  if (meant !== undefined) return `Did you mean ${joinPath(folder, meant)}?`;
  return "Write the file first, or correct its name";
}

/** Returns a name without its ending. */
function stemOf(name: string): string {
  return name.replace(/(?<=.)\.[^.]*$/, "");
}

function yamlFiles(folder: string, system: System): readonly string[] | undefined {
  try {
    return system.namesIn(folder).filter((name) => /\.ya?ml$/.test(name));
  } catch {
    return undefined;
  }
}
