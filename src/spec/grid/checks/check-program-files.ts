import { programFiles, programFolder } from "../../../configuration/program-folder.ts";
import { boundaryFault } from "../../../data/data-path.ts";
import type { ProgramConfiguration } from "../../../fields/configuration.ts";
import type { DataFolder } from "../../../data/source.ts";
import type { System } from "../../../files/system.ts";
import { isAbsolutePath, joinPath } from "../../../text/paths.ts";
import { statement, type Statement } from "../../../statement.ts";
import type { Place } from "../../source-text.ts";
import type { Cells } from "../../sweep.ts";

/** A fault of a program, and where it is stated. */
export interface Finding extends Statement {
  readonly place: Place | undefined;
  readonly isWarning?: true;
}

/** Returns what is wrong with the files of a program. @param from The folder of the experiment. */
export function checkProgramFiles(
  program: ProgramConfiguration,
  cells: Cells,
  { path: from, system }: DataFolder,
): Finding[] {
  const boundary = system.boundaryOf(from);
  const stated = { subject: "folder", written: program.folder, folder: from };
  const strayed = boundaryFault(stated, boundary, system);
  if (strayed) return [{ place: cells["folder"]?.place, ...strayed }];
  const folder = programFolder(program, from);
  const patterns = programFiles(program);
  const place = cells["files"]?.place ?? cells["module"]?.place;
  const [module] = patterns;
  const strays = (paths: readonly string[]): Finding[] =>
    paths.flatMap((path) => {
      const subject = program.module !== "none" && path === module ? "module" : "files";
      const fault = boundaryFault({ subject, written: path, folder }, boundary, system);
      return fault ? [{ place: cells[subject]?.place, ...fault }] : [];
    });
  const absolute = strays(patterns.filter(isAbsolutePath));
  if (absolute.length > 0) return absolute;
  try {
    const { paths, unmatched, outside } = system.matchFiles(folder, patterns, boundary);
    if (outside.length > 0) return strays(outside);
    const isListed = (word: string): boolean => paths.includes(word.replace(/^\.\//, ""));
    const loose = program.command.filter((word) => !isListed(word) && isFile(folder, word, system));
    return [
      ...unmatched.map((pattern) => ({ place, ...lostFile(pattern, folder) })),
      ...loose.map((word) => unlisted(word, cells)),
    ];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return [{ place, ...statement("unreadable-file", `files cannot be read: ${error.message}`) }];
  }
}

function lostFile(pattern: string, folder: string): Statement {
  const hint = `Paths start from ${folder}`;
  if (!/[*?]/.test(pattern)) return statement("file-not-found", `File not found: ${pattern}`, hint);
  return statement("file-not-found", `No file matches ${pattern}`, hint);
}

function isFile(folder: string, word: string, system: System): boolean {
  const isPath = !isAbsolutePath(word) && /[./]/.test(word);
  return isPath && system.find(joinPath(folder, word))?.kind === "file";
}

/** A file that only the command names would change without any trial running again. */
function unlisted(word: string, cells: Cells): Finding {
  const message = `${word} is not in files: trials do not run again when it changes`;
  const place = cells["command"]?.place;
  return { place, ...statement("unlisted-file", message, `Write files: [${word}]`), isWarning: true };
}
