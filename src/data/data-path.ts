import { statSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { boundaryOf } from "../files/project.ts";
import { isInside } from "../files/is-inside.ts";
import { realPath } from "../files/real-path.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { DatasetError } from "./dataset-error.ts";
import type { DatasetOptions } from "./source.ts";
import { statement, type Statement } from "../statement.ts";

/** A file or folder of data that exists. */
export interface DataPath {
  /** With every symbolic link followed. */
  readonly path: string;
  /** The path for messages. */
  readonly shown: string;
  readonly bytes: number;
  /** Changes whenever the file does. */
  readonly stamp: string;
}

/**
 * Returns where the data is that an option names: below the experiment's repository, or else below its folder, links
 * followed.
 * @throws {DatasetError} If it is not there, of another kind, or outside.
 */
export function dataPath(
  options: DatasetOptions,
  option: string,
  { folder, kind }: { readonly folder: string; readonly kind: "file" | "folder" },
): DataPath {
  const written = String(options[option]);
  const shown = join(folder, written);
  const path = realPath(shown);
  const refuse = (code: ProblemCode, verb: string, allowed: string, hint?: string): DatasetError => {
    const rule = { subject: option, verb, allowed, found: JSON.stringify(written) };
    return new DatasetError([{ option, ...statement(code, rule, hint) }]);
  };
  const fault = boundaryFault(option, written, folder, boundaryOf(folder));
  if (fault) throw new DatasetError([{ option, ...fault }]);
  const facts = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (!facts) throw refuse("file-not-found", "must name", `a ${kind} that exists`, `Looked for ${shown}`);
  const isRight = kind === "file" ? facts.isFile() : facts.isDirectory();
  if (!isRight) throw refuse("unreadable-file", "must name", `a regular ${kind}`);
  return {
    path,
    shown,
    bytes: Number(facts.size),
    stamp: [facts.dev, facts.ino, facts.size, facts.mtimeNs, facts.ctimeNs].join("/"),
  };
}

/**
 * Returns what is wrong with a path that an experiment states: absolute, or out of the boundary with links followed.
 * @param folder From which it starts.
 */
export function boundaryFault(
  subject: string,
  written: string,
  folder: string,
  boundary: string,
): Statement | undefined {
  const rule = { subject, found: JSON.stringify(written) };
  if (isAbsolute(written)) {
    const own = isInside(realPath(written), boundary) ? relative(folder, written) : undefined;
    const hint =
      own === undefined ? "Copy it into the experiment's folder" : `Write ${own.replaceAll("\\", "/")}`;
    return statement("outside-repository", { ...rule, allowed: "a path from the experiment's folder" }, hint);
  }
  if (isInside(realPath(join(folder, written)), boundary)) return undefined;
  return statement(
    "outside-repository",
    { ...rule, allowed: "inside the repository" },
    "Without a repository: below the folder of package.json, or below the one that the command runs in",
  );
}
