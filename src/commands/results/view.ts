import { readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { GridientError } from "../../errors.ts";
import { isInside } from "../../files/is-inside.ts";
import { readRegularFile, regularFileSize } from "../../files/read-regular-file.ts";
import { realPath } from "../../files/real-path.ts";
import { sendPage, sendReport } from "../../live/send.ts";
import { startServer, type Answer, type ListenOptions, openText } from "../../live/local-server.ts";
import { indexHtml, type IndexEntry } from "../../report/page/index-html.ts";
import { readPageAssets } from "../../report/page/page-assets.ts";
import { visibleAnswer } from "../../report/page/visible-answer.ts";
import { answerOf } from "../../report/summary/answer.ts";
import { visibleText } from "../../text/visible-text.ts";
import { readStandings } from "../../pipeline/read-results.ts";
import type { Io } from "../console/io.ts";

const MOST_BYTES = 100_000_000;

/**
 * Serves the pages of a folder of results, and a list of them, until Ctrl-C. Returns the exit code.
 * @throws {GridientError} E_USAGE if there is no such folder.
 */
export async function view(folder: string, options: ListenOptions, io: Io): Promise<number> {
  namesIn(folder);
  const server = await startServer((request) => routeOf(request, folder), options);
  io.stdout.write(`results: ${server.url}\n`);
  io.stderr.write(`${openText(options)}Press Ctrl-C to stop\n`);
  await new Promise<void>((resolve) => void io.onInterrupt(resolve));
  await server.close();
  return 0;
}

function routeOf(request: string, folder: string): Answer | undefined {
  if (request === "GET /") return async (response) => sendPage(response, await indexOf(folder));
  const name = namesIn(folder).find((known) => request === `GET /${linkOf(known)}`);
  if (name === undefined) return undefined;
  return async (response) => sendReport(response, await readRegularFile(pageOf(folder, name), MOST_BYTES));
}

async function indexOf(folder: string): Promise<string> {
  const entries = await Promise.all(namesIn(folder).map((name) => entryOf(folder, name)));
  return indexHtml(visibleText(folder), entries, readPageAssets().style);
}

async function entryOf(folder: string, name: string): Promise<IndexEntry> {
  const isServed = await regularFileSize(pageOf(folder, name)).then(
    (bytes) => bytes <= MOST_BYTES,
    () => false,
  );
  const link = isServed && { link: linkOf(name) };
  try {
    const answer = answerOf(await readStandings({ folder: join(folder, name) }));
    return { name: visibleText(name), answer: visibleAnswer(answer), ...link };
  } catch (error) {
    if (!(error instanceof GridientError)) throw error;
    return { name: visibleText(name), answer: visibleAnswer({ rest: error.message }), ...link };
  }
}

function linkOf(name: string): string {
  return `report/${encodeURIComponent(name)}`;
}

function pageOf(folder: string, name: string): string {
  return join(folder, name, "report.html");
}

/** Returns the names of the experiments with results in a folder, sorted; links that leave the folder do not count. */
function namesIn(folder: string): string[] {
  try {
    return summariesBelow(folder)
      .filter((path) => isInside(realPath(path), realPath(folder)))
      .map((path) => relative(folder, dirname(path)).replaceAll(sep, "/"))
      .sort();
  } catch (cause) {
    const message = `Cannot read the folder of results: ${JSON.stringify(folder)}`;
    throw new GridientError("E_USAGE", message, {
      cause,
      hint: "Name a folder of results, or run a sweep first",
    });
  }
}

/** Names of results have no part that begins with a dot; the store beside them may have a million files. */
function summariesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith(".") ? [] : summariesBelow(path);
    return entry.name === "summary.json" ? [path] : [];
  });
}
