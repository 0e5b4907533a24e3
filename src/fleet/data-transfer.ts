import type { Redis } from "ioredis";
import { generatedSource } from "../data/generated.ts";
import { loadDataset } from "../data/load-dataset.ts";
import { recipeDigest } from "../data/recipe-digest.ts";
import { datasetSource } from "../data/registry.ts";
import type { DatasetOptions, FolderContext } from "../data/source.ts";
import { GridientError } from "../errors.ts";
import { sha256Of } from "../files/sha256-of.ts";
import { encodeDataset } from "./dataset-bytes.ts";
import { dataKey, pieceKey } from "./names.ts";

const PIECE_BYTES = 1_000_000;
/** Seconds that a data set stays in Redis after it was last offered. */
const KEPT_SECONDS = 7 * 24 * 3600;

/** A data set that travels: its bytes, and what they must hash to. */
export interface Offer {
  readonly sha256: string;
  readonly bytes: number;
}

/** Puts a data set into Redis, in pieces, unless it is there, or every worker can make it. */
export async function offerDataset(
  redis: Redis,
  digest: string,
  options: DatasetOptions,
  context: FolderContext,
): Promise<void> {
  if (generatedSource(options.name)) return;
  const known = await findOffer(redis, digest);
  if (known && (await keep(redis, digest, known))) return;
  const dataset = await loadDataset(options, context);
  if (recipeDigest(datasetSource(options.name).recipe(options, context.folder)) !== digest)
    throw changed(options);
  const bytes = encodeDataset(dataset);
  for (let i = 0; i * PIECE_BYTES < bytes.length; i++) {
    const piece = bytes.subarray(i * PIECE_BYTES, (i + 1) * PIECE_BYTES);
    await redis.set(pieceKey(digest, i), Buffer.from(piece), "EX", KEPT_SECONDS);
  }
  await redis.hset(dataKey(digest), { sha256: sha256Of(bytes), bytes: bytes.length });
  await redis.expire(dataKey(digest), KEPT_SECONDS);
}

/** It may be sent again long after its trials received their ids. */
function changed({ name }: DatasetOptions): GridientError {
  const message = `The file of data set ${name} has changed since the sweep began`;
  return new GridientError("E_DATA", message, { hint: "Run the same command again" });
}

/** Takes data sets out of Redis. */
export async function withdrawDataset(redis: Redis, digest: string): Promise<void> {
  const offer = await findOffer(redis, digest);
  if (offer) await redis.del(dataKey(digest), ...pieceKeys(digest, offer));
}

/** Returns the facts of a data set in Redis; undefined where it is not offered. */
export async function findOffer(redis: Redis, digest: string): Promise<Offer | undefined> {
  const { sha256, bytes } = await redis.hgetall(dataKey(digest));
  return sha256 === undefined ? undefined : { sha256, bytes: Number(bytes) };
}

/** Keeps what is there for longer. Returns whether all of it is there. */
async function keep(redis: Redis, digest: string, offer: Offer): Promise<boolean> {
  const keys = [dataKey(digest), ...pieceKeys(digest, offer)];
  const kept = await Promise.all(keys.map((key) => redis.expire(key, KEPT_SECONDS)));
  return kept.every((found) => found === 1);
}

/** Returns where its pieces are, in order. */
export function pieceKeys(digest: string, { bytes }: Offer): string[] {
  return Array.from({ length: Math.ceil(bytes / PIECE_BYTES) }, (_, i) => pieceKey(digest, i));
}
