import { setTimeout } from "node:timers/promises";
import type { Redis } from "ioredis";
import type { Dataset } from "../../data/dataset.ts";
import { generatedSource } from "../../data/generated.ts";
import type { DatasetOptions, LoadContext } from "../../data/source.ts";
import { GridientError } from "../../errors.ts";
import { sha256Of } from "../../files/sha256-of.ts";
import { findOffer, pieceKeys } from "../data-transfer.ts";
import { decodeDataset } from "../dataset-bytes.ts";
import type { DataCache } from "./data-cache.ts";

/** Where a worker has data sets from. */
export interface DataOrigins {
  readonly redis: Redis;
  readonly cache: DataCache;
  readonly load: LoadContext;
  /** Ends the wait for missing data. */
  readonly signal: AbortSignal;
}

/** How long a worker waits for data that Redis has lost: the coordinator checks it every ten seconds. */
const PATIENCE_SECONDS = 25;

/**
 * Returns a data set on a worker: made here if gridient makes it, else from this machine's cache, else from Redis, and
 * then into the cache. Every byte is checked.
 * @throws {GridientError} E_DATA if it is not available.
 */
export async function fetchDataset(
  digest: string,
  options: DatasetOptions,
  { redis, cache, load, signal }: DataOrigins,
): Promise<Dataset> {
  const generated = generatedSource(options.name);
  if (generated) return generated.load(options, load);
  for (let waited = 0; ; waited++) {
    const found = await readOffer(digest, { redis, cache });
    if (typeof found !== "string") return found;
    if (waited === PATIENCE_SECONDS || signal.aborted) throw unavailable(options.name, found);
    await setTimeout(1000, undefined, { signal }).catch(() => undefined);
  }
}

/** Returns what a coordinator has sent, or what is wrong with it. */
async function readOffer(
  digest: string,
  { redis, cache }: Pick<DataOrigins, "redis" | "cache">,
): Promise<Dataset | string> {
  const offer = await findOffer(redis, digest);
  if (!offer) return "it is not in Redis";
  const cached = await cache.read(digest);
  if (cached && sha256Of(cached) === offer.sha256) return decodeDataset(cached);
  const pieces: Buffer[] = [];
  for (const key of pieceKeys(digest, offer)) {
    const piece = await redis.getBuffer(key);
    if (!piece) return "a piece of it is missing";
    pieces.push(piece);
  }
  const bytes = Buffer.concat(pieces);
  if (sha256Of(bytes) !== offer.sha256) return "its checksum does not fit";
  await cache.write(digest, bytes);
  return decodeDataset(bytes);
}

function unavailable(name: string, found: string): GridientError {
  const message = `The data set ${name} is not available: ${found}`;
  return new GridientError("E_DATA", message, { hint: "Start the sweep again" });
}
