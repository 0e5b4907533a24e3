import { readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { GridientError } from "../../errors.ts";
import { isInside } from "../../files/is-inside.ts";
import { regularFileSize } from "../../files/read-regular-file.ts";
import { realPath } from "../../files/real-path.ts";
import { readStandings } from "../../pipeline/read-results.ts";
import type { Badge, IndexEntry } from "../../report/page/index-html.ts";
import { visibleAnswer } from "../../report/page/visible-answer.ts";
import { answerOf } from "../../report/summary/answer.ts";
import type { StatedBoard } from "../../results/reading/read-board.ts";
import { axisName } from "../../results/setting-text.ts";
import { repetitionsOf } from "../../spec/repetitions.ts";
import { counted } from "../../text/counted.ts";
import { paragraphsOf } from "../../text/paragraphs.ts";
import { visibleText } from "../../text/visible-text.ts";

/** Bytes of a page that is served. */
export const MOST_BYTES = 100_000_000;

/** Pictures that say most about an experiment, the first of them that exists. */
const PICTURES = [/^learning-curves\.svg$/, /^descent(-1)?\.svg$/, /^effect-.*\.svg$/];

/** Returns what a list of results shows of an experiment. */
export async function entryOf(folder: string, name: string): Promise<IndexEntry> {
  const picture = pictureIn(join(folder, name));
  const common = {
    name: visibleText(name),
    value: name,
    ...((await isServed(pageOf(folder, name))) && { link: linkTo("report", name) }),
    ...(picture !== undefined && { picture: linkTo("picture", name) }),
  };
  try {
    const board = await readStandings({ folder: join(folder, name) });
    return { ...common, answer: visibleAnswer(answerOf(board)), ...factsOf(board) };
  } catch (error) {
    if (!(error instanceof GridientError)) throw error;
    const badges = [{ look: "bad", text: "cannot be read" }] as const;
    return { ...common, answer: visibleAnswer({ rest: error.message }), badges, facts: [], words: [] };
  }
}

function factsOf(board: StatedBoard): Pick<IndexEntry, "badges" | "facts" | "notes" | "words"> {
  const { columns, configurations, experiment } = board;
  const axes = columns.map(({ path }) => axisName(path, columns)).map(visibleText);
  const trials = configurations.length * repetitionsOf(experiment.replicates);
  return {
    badges: badgesOf(board),
    facts: [counted(configurations.length, "setting"), counted(trials, "trial"), axes.join(", ")].filter(
      (fact) => fact !== "",
    ),
    ...(experiment.notes !== undefined && { notes: paragraphsOf(experiment.notes) }),
    words: [visibleText(experiment.description ?? "")],
  };
}

function badgesOf({ complete, configurations, expectations, experiment }: StatedBoard): Badge[] {
  const sumOf = (count: (own: StatedBoard["configurations"][number]) => number): number =>
    configurations.reduce((sum, own) => sum + count(own), 0);
  const failed = sumOf((own) => own.failed);
  const diverged = sumOf(({ divergedEpochs }) => divergedEpochs.length);
  const broken = expectations.filter(({ holds }) => holds === false).length;
  const kept = expectations.filter(({ holds }) => holds === true).length;
  const badges: (Badge | undefined)[] = [
    complete ? undefined : { look: "bad", text: `incomplete: ${failed} without a result` },
    broken > 0
      ? { look: "bad", text: `${broken} of ${counted(expectations.length, "expectation")} broken` }
      : undefined,
    broken === 0 && kept > 0
      ? { look: "good", text: counted(kept, "expectation holds", "expectations hold") }
      : undefined,
    diverged > 0 ? { look: "plain", text: `${diverged} diverged` } : undefined,
    ...(experiment.tags ?? []).map((tag) => ({ look: "plain" as const, text: visibleText(tag) })),
  ];
  return badges.filter((badge) => badge !== undefined);
}

async function isServed(page: string): Promise<boolean> {
  return regularFileSize(page).then(
    (bytes) => bytes <= MOST_BYTES,
    () => false,
  );
}

/** Returns the picture of an experiment that a list shows; undefined where there is none. */
export function pictureIn(folder: string): string | undefined {
  const plots = join(folder, "plots");
  try {
    const names = readdirSync(plots).sort();
    const found = PICTURES.flatMap((picture) => names.filter((name) => picture.test(name)))[0];
    return found === undefined ? undefined : join(plots, found);
  } catch {
    return undefined; // there are no plots
  }
}

/** Returns the address of something of an experiment. */
export function linkTo(what: "report" | "picture", name: string): string {
  return `${what}/${encodeURIComponent(name)}`;
}

/** Returns the page of an experiment. */
export function pageOf(folder: string, name: string): string {
  return join(folder, name, "report.html");
}

/** Returns the names of the experiments with results in a folder, sorted; links that leave the folder do not count. */
export function namesIn(folder: string): string[] {
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
