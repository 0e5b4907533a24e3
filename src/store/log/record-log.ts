/**
 * Records in a few files of many lines. SQLite would be the ready-made answer, but none fits: Node 20 has none of its
 * own, the native packages bring or compile a binary when they are installed, and those of WebAssembly hold the whole
 * file in memory and lose it with the process. A record is written once, never changed and found by its id alone, and
 * for that a log is enough:
 *
 * - Each process appends to a log of its own, so that nobody waits for a lock, on network disks either.
 * - A line is a record with its checksum. A process that is killed leaves at most the beginning of a line.
 * - The index is made by looking for newlines, which takes a tenth of a second for 100,000 records: no second file can
 *   disagree with the first.
 * - Of several records of a trial the last one counts: of one log the last line, of several logs the last by name.
 *
 * @module
 */
import { statSync } from "node:fs";
import { join } from "node:path";
import { hasEnded } from "../../files/this-process.ts";
import { LineReader } from "./line-reader.ts";
import { logsIn, newLogName, type LogFacts } from "./log-name.ts";
import { LogWriter } from "./log-writer.ts";
import { lineNumber, scanLog } from "./scan-log.ts";

/** A log as far as it has been read. */
interface Log {
  readonly name: string;
  readonly path: string;
  end: number;
  mayGrow: boolean;
}

/** The log of this process. */
interface OwnLog {
  readonly log: Log;
  readonly writer: LogWriter;
}

/** Where a record of a trial lies, and where those lie that it replaces. */
interface Place {
  readonly log: Log;
  readonly offset: number;
  readonly bytes: number;
  older: Place | undefined;
}

/** What a log says of a trial; nothing of it has been checked. */
export interface LogLine {
  readonly path: string;
  readonly offset: number;
  readonly text: string;
}

/** The records of a folder of logs, by trial. See above. */
export class RecordLog {
  readonly #folder: string;
  readonly #reader = new LineReader();
  #logs = new Map<string, Log>();
  #places = new Map<string, Place>();
  #nameless: Place[] = [];
  #isCurrent = false;
  #own: OwnLog | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Others may have written: the next look at a record takes in what is new. */
  expectNews(): void {
    this.#isCurrent = false;
  }

  /** Yields what there is of a trial, the latest first. */
  *find(id: string): Generator<LogLine> {
    this.#takeIn();
    let isGone = false;
    for (const line of this.#read(this.#places.get(id))) {
      if (line) yield line;
      else isGone = true;
    }
    if (!isGone) return;
    this.#forget(); // `store gc` has put the records into another log
    this.#takeIn();
    for (const line of this.#read(this.#places.get(id))) if (line) yield line;
  }

  /** Returns the lines found since the last call that name no trial: those of another version, and damage to any trial. */
  takeNameless(): LogLine[] {
    this.#takeIn();
    const places = this.#nameless;
    this.#nameless = [];
    return places.flatMap((place) => [...this.#read(place)].flatMap((line) => line ?? []));
  }

  /** Appends a record: it is durable once the promise is fulfilled. @throws {Error} What the system says. */
  async append(id: string, text: string): Promise<void> {
    this.#takeIn();
    const { log, writer } = await this.#ownLog(this.#places.get(id));
    const bytes = Buffer.from(text);
    const offset = await writer.append(bytes);
    this.#logs.set(log.name, log);
    this.#enter(id, { log, offset, bytes: bytes.length, older: undefined });
  }

  /** Closes what has been written; more may be appended later. */
  async close(): Promise<void> {
    const own = this.#own;
    this.#own = undefined;
    await own?.writer.close();
  }

  /** If the record to be replaced lies in a later log, a new one begins, which comes after it. */
  async #ownLog(replaced: Place | undefined): Promise<OwnLog> {
    const own = this.#own;
    if (own && !own.writer.isBroken && !(replaced && replaced.log.name > own.log.name)) return own;
    const name = newLogName(this.#folder);
    const path = join(this.#folder, name);
    const fresh = { log: { name, path, end: 0, mayGrow: false }, writer: new LogWriter(path) };
    this.#own = fresh;
    await own?.writer.close();
    return fresh;
  }

  #takeIn(): void {
    if (this.#isCurrent) return;
    const logs = logsIn(this.#folder);
    const present = new Set(logs.map(({ name }) => name));
    for (const name of this.#logs.keys()) if (!present.has(name)) this.#forget(name);
    for (const facts of logs) this.#scan(facts);
    this.#isCurrent = true;
  }

  /** A log is gone: its records are elsewhere, or nowhere. The index is made anew. */
  #forget(gone?: string): void {
    [this.#logs, this.#places, this.#nameless] = [new Map(), new Map(), []];
    this.#isCurrent = false;
    if (gone !== undefined && gone === this.#own?.log.name) void this.close();
  }

  /** Takes in what has been appended to a log; one that cannot be read says nothing. */
  #scan({ name, writer }: LogFacts): void {
    const log = this.#logs.get(name) ?? { name, path: join(this.#folder, name), end: 0, mayGrow: true };
    this.#logs.set(name, log);
    if (!log.mayGrow) return;
    try {
      if (log.end === 0) log.mayGrow = !hasEnded(writer);
      if (statSync(log.path).size <= log.end) return;
      const { end, isClosed } = scanLog(log.path, log.end, (id, offset, bytes) =>
        this.#enter(id, { log, offset, bytes, older: undefined }),
      );
      log.end = end;
      if (isClosed) log.mayGrow = false;
    } catch {
      // gone meanwhile, or not ours to read
    }
  }

  #enter(id: string | undefined, place: Place): void {
    if (id === undefined) this.#nameless.push(place);
    else this.#places.set(id, inOrder(place, this.#places.get(id)));
  }

  *#read(place: Place | undefined): Generator<LogLine | undefined> {
    for (let at = place; at; at = at.older) {
      const { log, offset, bytes } = at;
      const text = attempt(() => this.#reader.read(log.path, offset, bytes));
      yield text === undefined ? undefined : { path: log.path, offset, text };
    }
  }
}

/** Puts a place where it belongs among others of the same trial, and returns the latest of them. */
function inOrder(place: Place, others: Place | undefined): Place {
  if (!others) return place;
  if (comesAfter(place, others)) {
    place.older = others;
    return place;
  }
  if (comesAfter(others, place)) others.older = inOrder(place, others.older);
  return others; // also where both are the same line: it was written here, and then found as well
}

function comesAfter(a: Place, b: Place): boolean {
  return a.log.name > b.log.name || (a.log.name === b.log.name && a.offset > b.offset);
}

function attempt<Result>(look: () => Result): Result | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/** Returns where a line lies as people say it: "results/.store/v1/records/1.jsonl:7". */
export function placeText({ path, offset }: LogLine): string {
  return `${path}:${lineNumber(path, offset)}`;
}
