import { statSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { boundaryOf } from "../files/project.ts";
import { isInside } from "../files/is-inside.ts";
import { realPath } from "../files/real-path.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { DatasetError } from "./dataset-error.ts";
import type { DatasetOptions } from "./source.ts";
import { statement } from "../statement.ts";

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
  if (isAbsolute(written)) {
    const own = isInside(realPath(written), boundaryOf(folder)) ? relative(folder, written) : undefined;
    const hint =
      own === undefined ? "Copy it into the experiment's folder" : `Write ${own.replaceAll("\\", "/")}`;
    throw refuse("outside-repository", "must be", "a path from the experiment's folder", hint);
  }
  if (!isInside(path, boundaryOf(folder)))
    throw refuse(
      "outside-repository",
      "must be",
      "inside the repository",
      "Without a repository: below the folder of package.json, or below the one that the command runs in",
    );
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
