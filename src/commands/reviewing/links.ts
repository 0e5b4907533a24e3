import { posix } from "node:path";
import { git } from "../../files/git.ts";
import type { Io } from "../console/io.ts";
import { ciJob, type CiJob } from "./ci-job.ts";

/** The addresses of committed files. */
export interface Links {
  /** Returns the address of the page that shows a file after the change. */
  readonly page: (file: string) => string;
  /** Returns the address of a picture; undefined where there is none, as of an old picture on this machine. */
  readonly picture: (file: string, side: "before" | "after") => string | undefined;
}

/** A path is short. */
const MOST_BYTES = 10_000;

/**
 * Returns the addresses of files on the code host of this job; elsewhere those of the files on disk.
 *
 * @param base The commit before the change.
 */
export function linksOf(env: Io["env"], base: string): Links {
  const job = ciJob(env);
  const below = (file: string): string => encodedPath(posix.normalize(file.replaceAll("\\", "/")));
  if (!job) return { page: below, picture: (file, side) => (side === "after" ? below(file) : undefined) };
  const prefix = git(["rev-parse", "--show-prefix"], ".", MOST_BYTES).stdout?.toString().trim() ?? "";
  const [before, after] = rootsOf(job, base);
  return {
    page: (file) => `${after.pages}/${below(prefix + file)}`,
    picture: (file, side) => `${(side === "after" ? after : before).files}/${below(prefix + file)}`,
  };
}

/** Where a host has the files of a commit: as pages, and as they are. */
interface Roots {
  readonly pages: string;
  readonly files: string;
}

function rootsOf(job: CiJob, base: string): readonly [Roots, Roots] {
  if (job.host === "github") {
    const of = (repository: string, commit: string): Roots => ({
      pages: `${job.server}/${repository}/blob/${commit}`,
      files: `${job.server}/${repository}/raw/${commit}`,
    });
    return [of(job.repository, base), of(job.head.repository, job.head.commit)];
  }
  const of = (project: string, commit: string): Roots => ({
    pages: `${project}/-/blob/${commit}`,
    files: `${project}/-/raw/${commit}`,
  });
  return [of(job.projectPage, base), of(job.head.projectPage, job.head.commit)];
}

/** No character of a path ends a link in Markdown, mentions someone or begins a query. */
function encodedPath(file: string): string {
  const parts = file.split("/");
  const escaped = (part: string): string =>
    encodeURIComponent(part).replaceAll(
      /[!'()*~_]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  return parts.map(escaped).join("/");
}
