import { join } from "node:path";
import { isInside } from "../../files/is-inside.ts";
import { readRegularFile } from "../../files/read-regular-file.ts";
import { realPath } from "../../files/real-path.ts";
import { startServer, type Answer, type ListenOptions, openText } from "../../live/local-server.ts";
import { sendPage, sendPicture, sendReport } from "../../live/send.ts";
import { compareResults } from "../../pipeline/read-results.ts";
import { comparisonHtml } from "../../report/page/comparison-html.ts";
import { indexHtml } from "../../report/page/index-html.ts";
import { readPageAssets } from "../../pipeline/read-page-assets.ts";
import { visibleText } from "../../text/visible-text.ts";
import type { Io } from "../console/io.ts";
import { compareSections } from "./compare-sections.ts";
import { entryOf, linkTo, MOST_BYTES, namesIn, pageOf, pictureIn } from "./view-entries.ts";

/**
 * Serves the pages of a folder of results, a list of them, and comparisons of two, until Ctrl-C. Returns the exit code.
 * @throws {GridientError} E_USAGE if there is no such folder.
 */
export async function view(folder: string, options: ListenOptions, io: Io): Promise<number> {
  namesIn(folder);
  const server = await startServer((request, query) => routeOf(request, query, folder), options);
  io.stdout.write(`results: ${server.url}\n`);
  io.stderr.write(`${openText(options)}Press Ctrl-C to stop\n`);
  await new Promise<void>((resolve) => void io.onInterrupt(resolve));
  await server.close();
  return 0;
}

function routeOf(request: string, query: URLSearchParams, folder: string): Answer | undefined {
  if (request === "GET /") return async (response) => sendPage(response, await indexOf(folder));
  const names = namesIn(folder);
  if (request === "GET /compare") {
    const [before, after, ...others] = query.getAll("with").filter((name) => names.includes(name));
    if (before === undefined || after === undefined || others.length > 0) return undefined;
    return async (response) => sendPage(response, await comparisonOf(folder, [before, after]));
  }
  const found = names.flatMap((name): Answer[] => {
    if (request === `GET /${linkTo("report", name)}`)
      return [
        async (response) => sendReport(response, await readRegularFile(pageOf(folder, name), MOST_BYTES)),
      ];
    const picture = request === `GET /${linkTo("picture", name)}` ? pictureIn(join(folder, name)) : undefined;
    if (picture === undefined || !isInside(realPath(picture), realPath(folder))) return [];
    return [async (response) => sendPicture(response, await readRegularFile(picture, MOST_BYTES))];
  });
  return found[0];
}

async function indexOf(folder: string): Promise<string> {
  const entries = await Promise.all(namesIn(folder).map((name) => entryOf(folder, name)));
  return indexHtml(visibleText(folder), entries, readPageAssets("index"));
}

async function comparisonOf(folder: string, names: readonly [string, string]): Promise<string> {
  const [before, after] = names;
  const sides = [await entryOf(folder, before), await entryOf(folder, after)] as const;
  const comparison = await compareResults({ folder: join(folder, before) }, { folder: join(folder, after) });
  // the files of two experiments differ at least in their names
  const tables = compareSections({ ...comparison, files: [] });
  return comparisonHtml(sides, tables, readPageAssets("index").style);
}
