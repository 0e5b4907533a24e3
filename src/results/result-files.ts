import { jsonText } from "../text/json-text.ts";
import { epochsTable } from "./tables/epochs-table.ts";
import type { Results } from "./results.ts";
import { summaryOf } from "./tables/summary.ts";
import { trialsTable } from "./tables/trials-table.ts";
import { VERIFIED_FILE, verifiedText } from "./verified.ts";

/** A file of `results/NAME/`, as text. */
export interface ResultFile {
  /** Below `results/NAME/`, with `/`. */
  readonly path: string;
  readonly content: string;
  /** Makes the text where it may be longer than one string can be; `content` is then empty. */
  readonly pieces?: () => Iterable<string>;
  /** False for a file too large to keep in a repository. */
  readonly committed: boolean;
}

const LARGEST_COMMITTED_BYTES = 5_000_000;

/** Returns the tables of an experiment: trials.csv, epochs.csv (committed up to 5 MB), confirm.csv where fresh replicates were wanted, verified.json where trials were verified, and summary.json. */
export function resultFiles(results: Results): ResultFile[] {
  const trials = { path: "trials.csv", content: trialsTable(results), committed: true };
  const epochs = epochsFile(results);
  const summary = summaryOf(results, epochs.committed ? [] : [epochs.path]);
  const { confirmation } = results;
  const fresh = confirmation
    ? [{ path: "confirm.csv", content: trialsTable(confirmation), committed: true }]
    : [];
  const label = results.verified
    ? [{ path: VERIFIED_FILE, content: verifiedText(results, results.verified), committed: true }]
    : [];
  return [
    trials,
    epochs,
    ...fresh,
    ...label,
    { path: "summary.json", content: `${jsonText(summary, 2)}\n`, committed: true },
  ];
}

function epochsFile(results: Results): ResultFile {
  const pieces = (): Iterable<string> => epochsTable(results);
  const path = "epochs.csv";
  let [content, bytes] = ["", 0];
  for (const piece of pieces()) {
    bytes += bytesOf(piece);
    if (bytes > LARGEST_COMMITTED_BYTES) return { path, content: "", pieces, committed: false };
    content += piece;
  }
  return { path, content, committed: true };
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
