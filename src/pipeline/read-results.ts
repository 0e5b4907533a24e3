import { join } from "node:path";
import { GridientError } from "../errors.ts";
import { fileAtRevision } from "../files/file-at-revision.ts";
import { readRegularFile } from "../files/read-regular-file.ts";
import type { ResultsComparison } from "../results/changes/board-comparison.ts";
import { compareBoards } from "../results/changes/compare-boards.ts";
import type { Boards } from "../results/changes/compare-settings.ts";
import { compareFiles } from "../results/changes/compare-files.ts";
import { decide, type Decision } from "../results/changes/decide.ts";
import { readBoard, type BoardFiles, type StatedBoard } from "../results/reading/read-board.ts";

/** Committed tables are far smaller. A file is read into memory whole. */
const MOST_BYTES = 200_000_000;

/** A folder of results, on disk or at a git revision. */
export interface ResultsSource {
  readonly folder: string;
  /** Absent for the folder as it is on disk. */
  readonly revision?: string | undefined;
  /** The texts of its files, where they are not on disk yet. */
  readonly files?: ReadonlyMap<string, string> | undefined;
}

/** Two folders of results, what distinguishes them, and whether the change is a gain. */
export interface ReviewedResults {
  readonly boards: Boards;
  readonly comparison: ResultsComparison;
  readonly decision: Decision;
}

/**
 * Returns the board of a folder of results.
 * @throws {GridientError} E_USAGE if a file is missing or cannot be read.
 */
export async function readResults(source: ResultsSource): Promise<StatedBoard> {
  return readable(source, await readFiles(source), readBoard);
}

/**
 * Returns the board of a folder of results with only the last values of its trials: epochs.csv may be far longer.
 * @throws {GridientError} E_USAGE if a file is missing or cannot be read.
 */
export async function readLastValues(source: ResultsSource): Promise<StatedBoard> {
  const [summary, trials, confirm] = await textsOf(["summary.json", "trials.csv", "confirm.csv"], source);
  return readable(source, { ...required(source, { summary, trials }), confirm }, readBoard);
}

/**
 * Returns the board of a folder of results without its trials, which is quick for any number of them.
 * @throws {GridientError} E_USAGE if a file is missing or cannot be read.
 */
export async function readStandings(source: ResultsSource): Promise<StatedBoard> {
  const [summary, trials, confirm] = await textsOf(["summary.json", "trials.csv", "confirm.csv"], source);
  const files = required(source, { summary, trials });
  const heading = files.trials.slice(0, files.trials.indexOf("\n") + 1);
  return readable(source, { ...files, trials: heading, confirm }, readBoard);
}

/**
 * Returns the differences between two folders of results, setting by setting, and contradictions between their files.
 * @throws {GridientError} E_USAGE if a file is missing or cannot be read.
 */
export async function compareResults(
  before: ResultsSource,
  after: ResultsSource,
): Promise<ResultsComparison> {
  return (await reviewResults(before, after)).comparison;
}

/**
 * Returns everything about a change from one folder of results to another.
 * @throws {GridientError} E_USAGE if a file is missing or cannot be read.
 */
export async function reviewResults(before: ResultsSource, after: ResultsSource): Promise<ReviewedResults> {
  const [old, now] = [await readFiles(before), await readFiles(after)];
  const boards = { before: readable(before, old, readBoard), after: readable(after, now, readBoard) };
  const comparison = { ...compareBoards(boards), files: compareFiles(old, now) };
  return { boards, comparison, decision: decide(boards) };
}

/**
 * Decides whether to keep what changed between two folders of results.
 * @param margin The smallest gain that matters.
 * @throws {GridientError} E_USAGE if a file is missing or cannot be read.
 */
export async function decideResults(
  before: ResultsSource,
  after: ResultsSource,
  margin?: number,
): Promise<Decision> {
  return decide({ before: await readLastValues(before), after: await readLastValues(after) }, margin);
}

/** Returns the files of a folder of results as text. @throws {GridientError} E_USAGE if one is missing or cannot be read. */
async function readFiles(source: ResultsSource): Promise<BoardFiles> {
  const names = ["summary.json", "trials.csv", "epochs.csv", "confirm.csv"];
  const [summary, trials, epochs, confirm] = await textsOf(names, source);
  return { ...required(source, { summary, trials }), epochs, confirm };
}

function textsOf(names: readonly string[], source: ResultsSource): Promise<(string | undefined)[]> {
  return Promise.all(names.map((name) => textOf(name, source)));
}

async function textOf(name: string, source: ResultsSource): Promise<string | undefined> {
  if (source.files) return source.files.get(name);
  const bytes = await bytesOf(name, source);
  return bytes && new TextDecoder().decode(bytes);
}

function required(
  source: ResultsSource,
  { summary, trials }: { summary: string | undefined; trials: string | undefined },
): Pick<BoardFiles, "summary" | "trials"> {
  if (summary !== undefined && trials !== undefined) return { summary, trials };
  throw refusal(source, `${summary === undefined ? "summary.json" : "trials.csv"} not found`);
}

/** Returns what is read of files. @throws {GridientError} E_USAGE, naming the folder, if that fails. */
function readable<Result>(
  source: ResultsSource,
  files: BoardFiles,
  read: (files: BoardFiles) => Result,
): Result {
  try {
    return read(files);
  } catch (error) {
    if (!(error instanceof GridientError)) throw error;
    throw refusal(source, error.message, error.hint);
  }
}

/** Returns the title of a folder for messages and headings: `main:results/lr`. */
export function sourceTitle({ folder, revision }: ResultsSource): string {
  return revision === undefined ? folder : `${revision}:${folder}`;
}

async function bytesOf(name: string, source: ResultsSource): Promise<Uint8Array | undefined> {
  const { folder, revision } = source;
  const file = join(folder, name);
  if (revision !== undefined) return bytesAt(file, revision, source);
  try {
    return await readRegularFile(file, MOST_BYTES);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw refusal(source, `${name}: ${(error as Error).message}`);
  }
}

function bytesAt(file: string, revision: string, source: ResultsSource): Uint8Array | undefined {
  const found = fileAtRevision(file, revision, MOST_BYTES);
  if (found.status === "found") return found.bytes;
  if (found.status === "absent") return undefined;
  if (found.status === "tooLarge") throw refusal(source, `a file is larger than ${MOST_BYTES} bytes`);
  const message =
    found.status === "noGit" ? `git failed: ${found.reason}` : `revision not found: ${revision}`;
  throw refusal(source, message, "Name two folders of results, or a revision and one folder");
}

function refusal(source: ResultsSource, found: string, hint?: string): GridientError {
  const message = `Cannot read results of ${sourceTitle(source)}: ${found}`;
  return new GridientError("E_USAGE", message, hint === undefined ? {} : { hint });
}
