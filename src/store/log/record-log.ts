/**
 * Records in a few files of many lines. SQLite would be the ready-made answer, but none fits: Node 20 has none of its
 * own, the native packages bring or compile a binary when they are installed, and those of WebAssembly hold the whole
 * file in memory and lose it with the process. A record is written once, never changed and found by its id alone, and
 * for that a log is enough:
 *
 * - Each process appends to a log of its own, so that none waits for a lock, not even on network disks.
 * - A line is a record with its checksum. A process that is killed leaves at most the beginning of a line.
 * - The index is made by looking for newlines, which takes a tenth of a second for 100,000 records: no second file can
 *   disagree with the first.
 * - Of several records of a trial the last one counts: of one log the last line, of several logs the last by name.
 *
 * @module
 */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { hasEnded } from "../../files/this-process.ts";
import { LineReader } from "./line-reader.ts";
import { LogIndex, type Log, type Place } from "./log-index.ts";
import { logsIn, newLogName, type LogFacts } from "./log-name.ts";
import { LogWriter } from "./log-writer.ts";
import { scanLog } from "./scan-log.ts";

/** The log of this process. */
interface OwnLog {
  readonly log: Log;
  readonly writer: LogWriter;
}

/** A line of a log about a trial; its contents are not checked yet. */
export interface LogLine {
  /** The path of the log and the number of the line: "results/.store/v1/records/1.jsonl:7". */
  readonly place: string;
  readonly text: string;
}

/** The records of a folder of logs, by trial. See above. */
export class RecordLog {
  readonly #folder: string;
  readonly #reader = new LineReader();
  #logs = new Map<string, Log>();
  #index = new LogIndex();
  #isCurrent = false;
  #own: OwnLog | undefined;
  /** Logs of this process that have been followed by another one. */
  #closing: Promise<void>[] = [];

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
    for (let place = this.#index.get(id); place; place = place.older) {
      const line = this.#read(place);
      if (line) yield line;
      else isGone ||= !existsSync(place.log.path);
    }
    if (!isGone) return;
    this.#forget(); // `store gc` has put the records into another log
    yield* this.find(id);
  }

  /** Returns the lines found since the last call that name no trial: those of another version, and damage to any trial. */
  takeNameless(): LogLine[] {
    this.#takeIn();
    return this.#index.takeNameless().flatMap((place) => this.#read(place) ?? []);
  }

  /** Appends a record: it is durable once the promise is fulfilled. @throws {Error} What the system says. */
  async append(id: string, text: string): Promise<void> {
    this.#takeIn();
    const { log, writer } = this.#ownLog(this.#index.get(id));
    const bytes = Buffer.from(text);
    const offset = await writer.append(bytes);
    this.#logs.set(log.name, log);
    this.#index.enter(id, log, offset, bytes.length);
  }

  /** Closes what has been written; more may be appended later. */
  async close(): Promise<void> {
    this.#retire();
    await Promise.all(this.#closing.splice(0));
  }

  /** If the record to be replaced lies in a later log, a new one begins, which comes after it. */
  #ownLog(replaced: Place | undefined): OwnLog {
    const own = this.#own;
    if (own && !own.writer.isBroken && !(replaced && replaced.log.name > own.log.name)) return own;
    this.#retire();
    const name = newLogName(this.#folder);
    const path = join(this.#folder, name);
    this.#own = { log: { name, path, end: 0, lines: 0, mayGrow: false }, writer: new LogWriter(path) };
    return this.#own;
  }

  /** A log whose end fails is one that was not closed. */
  #retire(): void {
    if (this.#own) this.#closing.push(this.#own.writer.close().catch(() => undefined));
    this.#own = undefined;
  }

  #takeIn(): void {
    if (this.#isCurrent) return;
    const logs = logsIn(this.#folder);
    const present = new Set(logs.map(({ name }) => name));
    for (const name of this.#logs.keys()) if (!present.has(name)) this.#forget(name);
    for (const facts of logs) this.#scan(facts);
    this.#isCurrent = true;
  }

  /** A log is gone: its records are elsewhere, or nowhere. The index is made again. */
  #forget(gone?: string): void {
    [this.#logs, this.#index, this.#isCurrent] = [new Map(), new LogIndex(), false];
    if (gone !== undefined && gone === this.#own?.log.name) this.#retire();
  }

  /** Reads what has been appended to a log; one that cannot be read counts as empty. */
  #scan({ name, writer }: LogFacts): void {
    const log = this.#logs.get(name) ?? {
      name,
      path: join(this.#folder, name),
      end: 0,
      lines: 0,
      mayGrow: true,
    };
    this.#logs.set(name, log);
    if (!log.mayGrow) return;
    try {
      if (log.end === 0) log.mayGrow = !hasEnded(writer);
      if (statSync(log.path).size <= log.end) return;
      const { end, isClosed } = scanLog(log.path, log.end, (id, offset, bytes) =>
        this.#index.enter(id, log, offset, bytes),
      );
      log.end = end;
      if (isClosed) log.mayGrow = false;
    } catch {
      // gone meanwhile, or not ours to read
    }
  }

  #read({ log, line, offset, bytes }: Place): LogLine | undefined {
    try {
      return { place: `${log.path}:${line}`, text: this.#reader.read(log.path, offset, bytes) };
    } catch {
      return undefined;
    }
  }
}
