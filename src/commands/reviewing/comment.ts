import { readFile } from "node:fs/promises";
import { GridientError } from "../../errors.ts";
import { notice } from "../console/annotation.ts";
import { isWorkflow, sendCommand, type Io } from "../console/io.ts";
import { ciJob } from "./ci-job.ts";
import { cutMarkdown } from "./cut-markdown.ts";
import { MARKER, postComment, type Posted } from "./post-comment.ts";
import { ApiRefusal } from "./send.ts";
import { threadOf } from "./thread-of.ts";

const DONE: Readonly<Record<Posted, string>> = {
  created: "comment written",
  updated: "comment updated",
  unchanged: "comment is up to date",
};

/**
 * Makes a Markdown file the comment of this job on its pull request. A comment that cannot be written is a notice and
 * not a failure: it depends on permissions that pull requests from forks do not have, and on a host. Returns 0.
 * @throws {GridientError} E_USAGE if the file cannot be read.
 */
export async function comment(file: string, io: Io): Promise<number> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new GridientError("E_USAGE", `Cannot read ${file}: ${error.message}`);
  });
  const thread = threadOf(ciJob(io.env));
  if (typeof thread === "string") {
    report(`No comment written: ${thread}`, io);
    return 0;
  }
  try {
    const note = `The rest is left out: a comment has at most ${thread.longest} characters. ${thread.whole}`;
    const posted = await postComment(thread, cutMarkdown(text, thread.longest - MARKER.length - 1, note));
    io.stdout.write(`${DONE[posted]}\n`);
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const isForbidden = [401, 403, 404].includes(error.status);
    const advice = isForbidden ? ` (${thread.permission})` : "";
    report(`No comment written: the host answered ${error.message}${advice}`, io);
  }
  return 0;
}

function report(text: string, io: Io): void {
  io.stderr.write(`${text}\n`);
  if (isWorkflow(io)) sendCommand(io.stderr, `${notice(text)}\n`);
}
