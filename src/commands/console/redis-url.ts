import type { Io } from "./io.ts";

/** Options of every command of a fleet. */
export interface RedisOptions {
  readonly redis?: string;
}

/** Returns where Redis is: --redis, else GRIDIENT_REDIS, which no list of processes shows, else this machine. */
export function redisUrl({ redis }: RedisOptions, { env }: Pick<Io, "env">): string {
  return redis ?? (env["GRIDIENT_REDIS"] || "redis://127.0.0.1:6379");
}
