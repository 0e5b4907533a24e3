import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import type { Redis } from "ioredis";
import { GridientError } from "../../errors.ts";
import { hasEnded, THIS_PROCESS, type ProcessName } from "../../files/this-process.ts";
import { collectorKey } from "../names.ts";
import { parseJson } from "../parse-json.ts";

/** Seconds without a message after which a coordinator counts as gone; on this machine a dead one is seen at once. */
const SILENCE_SECONDS = 10;
const PAUSE_MILLISECONDS = 500;

/** The process that collects the reports of a sweep. */
interface Owner extends ProcessName {
  readonly token: string;
  readonly host: string;
}

/** Ensures that only one process collects the reports of a sweep: two would each get a part of them. */
export class CollectorLock {
  readonly #redis: Redis;
  readonly #key: string;
  readonly #owner: Owner = { ...THIS_PROCESS, token: randomUUID(), host: hostname() };

  constructor(redis: Redis, sweep: string) {
    this.#redis = redis;
    this.#key = collectorKey(sweep);
  }

  /** Waits while another process has it that may have been killed. @throws {GridientError} E_FLEET if it lives. */
  async acquire(signal: AbortSignal): Promise<void> {
    for (let waited = 0; !signal.aborted; waited += PAUSE_MILLISECONDS) {
      if (await this.#take("NX")) return;
      const owner = await this.#read();
      if (!owner || hasEnded(owner)) await this.#redis.del(this.#key);
      else if (waited > 1000 * (SILENCE_SECONDS + 1)) throw taken(owner);
      else await setTimeout(PAUSE_MILLISECONDS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Renews the lock. */
  async renew(): Promise<void> {
    await this.#take("XX");
  }

  /** Sets the lock again if Redis has lost it. */
  async retake(): Promise<void> {
    await this.#take("NX");
  }

  async release(): Promise<void> {
    if ((await this.#read())?.token === this.#owner.token) await this.#redis.del(this.#key);
  }

  async #take(when: "NX" | "XX"): Promise<boolean> {
    const value = JSON.stringify(this.#owner);
    const args = [this.#key, value, "EX", SILENCE_SECONDS, when] as const;
    return (await this.#redis.call("SET", ...args)) === "OK";
  }

  async #read(): Promise<Owner | undefined> {
    const text = await this.#redis.get(this.#key);
    const owner = text === null ? undefined : parseJson(text);
    return isOwner(owner) ? owner : undefined; // text of other programs is not a lock
  }
}

function isOwner(value: unknown): value is Owner {
  if (typeof value !== "object" || value === null) return false;
  const { token, host, pid } = value as Partial<Owner>;
  return typeof token === "string" && typeof host === "string" && Number.isInteger(pid);
}

function taken({ host, pid }: Owner): GridientError {
  const message = `Process ${pid} on ${host} is already collecting this sweep`;
  return new GridientError("E_FLEET", message, { hint: "Wait until it has ended, or stop it" });
}
