import { setTimeout } from "node:timers/promises";
import type { Redis } from "ioredis";
import { checkReport } from "../check-message.ts";
import type { ReportMessage } from "../messages.ts";
import { reportsKey } from "../names.ts";
import { parseJson } from "../parse-json.ts";
import { isRefusal } from "../refusal.ts";

const BLOCK_MILLISECONDS = 1000;
/** Reports that are asked for at once. */
const READ = 32;
/** Reports that are being stored while the next ones are read. */
const MOST_UNSTORED = 128;

/** What XREAD answers: streams with their entries, each an id and fields. */
type Answer = readonly [stream: string, entries: readonly [id: string, fields: readonly string[]][]][];

/** Receives what arrives in an inbox. */
export interface InboxListener {
  /** Fulfilled when everything is stored. */
  readonly onReport: (report: ReportMessage) => Promise<void>;
  /** Called for reports that are not valid, with their batch if they name one. */
  readonly onStrange: (reason: string, batch: string | undefined) => void;
  /** Called when Redis refuses to be read. */
  readonly onFault: (error: Error) => void;
}

/** Takes a sweep's reports out of Redis, each after its contents are durable: a report that is lost in between comes again. */
export class Inbox {
  readonly #redis: Redis;
  readonly #reader: Redis;
  readonly #key: string;
  readonly #hears: InboxListener;
  readonly #unstored = new Set<Promise<void>>();
  #last = "0";
  #isClosed = false;
  #reading: Promise<void> | undefined;

  constructor(redis: Redis, sweep: string, hears: InboxListener) {
    this.#redis = redis;
    this.#reader = redis.duplicate();
    this.#reader.on("error", () => {}); // the connection is restored
    this.#key = reportsKey(sweep);
    this.#hears = hears;
  }

  /** Takes what is there already. */
  async drain(): Promise<void> {
    while ((await this.#take(await this.#redis.xread("COUNT", READ, "STREAMS", this.#key, this.#last))) > 0);
    await Promise.all(this.#unstored);
  }

  /** Takes what comes, until it is closed. */
  start(): void {
    this.#reading = this.#read();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const isConnected = this.#reader.status === "ready";
    if (isConnected) this.#reader.disconnect(); // else it would never answer
    await this.#reading;
    if (!isConnected) this.#reader.disconnect(); // a second call would keep the process alive for two seconds
  }

  async #read(): Promise<void> {
    while (!this.#isClosed) {
      const args = ["COUNT", READ, "BLOCK", BLOCK_MILLISECONDS, "STREAMS", this.#key, this.#last] as const;
      const answer = await this.#reader.xread(...args).catch((error: unknown) => this.#wait(error));
      await this.#take(answer);
    }
  }

  /** The connection is restored, but a refusal of Redis is final. */
  async #wait(error: unknown): Promise<null> {
    if (isRefusal(error)) this.#hears.onFault(error);
    if (!this.#isClosed) await setTimeout(BLOCK_MILLISECONDS);
    return null;
  }

  /** Reads from the beginning again: a Redis that has lost its data may number what comes from there. */
  rewind(): void {
    this.#last = "0";
  }

  /** Returns how many there were. */
  async #take(answer: unknown): Promise<number> {
    const entries = (answer as Answer | null)?.[0]?.[1] ?? [];
    for (const [id, [, text]] of entries) {
      this.#last = id;
      while (this.#unstored.size >= MOST_UNSTORED && !this.#isClosed) await Promise.race(this.#unstored);
      const storing = this.#store(id, text ?? "").finally(() => this.#unstored.delete(storing));
      this.#unstored.add(storing);
    }
    return entries.length;
  }

  async #store(id: string, text: string): Promise<void> {
    const report = this.#parse(text);
    if (report) await this.#hears.onReport(report);
    await this.#redis.xdel(this.#key, id).catch(() => undefined); // it comes again without news
  }

  #parse(text: string): ReportMessage | undefined {
    try {
      return checkReport(text);
    } catch (error) {
      this.#hears.onStrange((error as Error).message, batchNamedIn(text));
      return undefined;
    }
  }
}

/** Returns the batch that a text names. */
function batchNamedIn(text: string): string | undefined {
  const data = parseJson(text);
  const batch = typeof data === "object" && data !== null && "batch" in data ? data.batch : undefined;
  return typeof batch === "string" ? batch : undefined;
}
