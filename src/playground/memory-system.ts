import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { decode as decodePng } from "fast-png";
import { Gunzip, Inflate } from "fflate";
import { decode as decodeJpeg } from "jpeg-js";
import type { Found, Sha256, System, Unpacking } from "../files/system.ts";
import { folderOf, isAbsolutePath, joinPath, wayTo } from "../text/paths.ts";
import { sha256Hex } from "../text/sha256.ts";
import { joinBytes, utf8Bytes } from "../text/utf8.ts";

/** A page may have so much memory for a table. */
const MEMORY_BYTES = 4 * 1024 * 1024 * 1024;
/** Packed bytes that are unpacked at once: a few kilobytes may unpack to megabytes. */
const PIECE_BYTES = 1 << 14;
/** The root of a project, which has no name of its own. */
const ROOT = ".";

/** Returns a machine whose disk has nothing but some files, by their paths in one project. */
export function memorySystem(files: ReadonlyMap<string, Uint8Array>): System {
  const isFolder = (path: string): boolean =>
    path === ROOT || [...files.keys()].some((file) => file.startsWith(`${path}/`));
  return {
    find(named): Found | undefined {
      const path = placeOf(named);
      const bytes = files.get(path);
      if (bytes) return { kind: "file", bytes: bytes.length, stamp: stampOf(bytes) };
      return isFolder(path) ? { kind: "folder", bytes: 0, stamp: "" } : undefined;
    },
    namesIn(folder) {
      const path = placeOf(folder);
      const below = [...files.keys()].flatMap((file) => namesBelow(file, path));
      if (below.length === 0 && !isFolder(path)) throw new Error(`There is no folder ${folder}`);
      return [...new Set(below)];
    },
    read: (file) => contentOf(files, file),
    chunksOf: (file) => [contentOf(files, file)],
    realPath: placeOf,
    isInside: (path) => !path.startsWith("..") && !isAbsolutePath(path),
    wayTo,
    folderOf,
    boundaryOf: () => ROOT,
    projectPath: placeOf,
    matchFiles: (_, patterns) => ({ paths: [], unmatched: patterns, outside: [] }),
    digestFiles: () => [],
    digestFilesAt: () => [],
    memoryBytes: () => MEMORY_BYTES,
    sha256Of: sha256Hex,
    startSha256,
    unpack,
    decodePng,
    decodeJpeg: (jpeg, { megapixels, megabytes }) =>
      decodeJpeg(jpeg, {
        useTArray: true,
        formatAsRGBA: true,
        maxResolutionInMP: megapixels,
        maxMemoryUsageInMB: megabytes,
      }),
  };
}

/** Bytes that are dropped again are other bytes, even with the same name and size. */
const stamps = new WeakMap<Uint8Array, string>();
let stamped = 0;

function stampOf(bytes: Uint8Array): string {
  const stamp = stamps.get(bytes) ?? String(++stamped);
  stamps.set(bytes, stamp);
  return stamp;
}

function placeOf(path: string): string {
  return joinPath(path).replace(/\/$/, "");
}

function namesBelow(file: string, folder: string): string[] {
  if (folder === ROOT) return [file.split("/")[0]!];
  return file.startsWith(`${folder}/`) ? [file.slice(folder.length + 1).split("/")[0]!] : [];
}

function contentOf(files: ReadonlyMap<string, Uint8Array>, file: string): Uint8Array {
  const bytes = files.get(placeOf(file));
  if (!bytes) throw new Error(`There is no file ${file}`);
  return bytes;
}

function startSha256(): Sha256 {
  const hash = sha256.create();
  const started: Sha256 = {
    update(piece) {
      hash.update(typeof piece === "string" ? utf8Bytes(piece) : piece);
      return started;
    },
    digest: () => bytesToHex(hash.digest()),
  };
  return started;
}

/** Header and end of a file without contents. */
const LEAST_GZIP = 20;
/** In the words of Node. */
const ENDS = "unexpected end of file";

function pushTo(stream: Gunzip | Inflate, piece: Uint8Array, isLast: boolean): void {
  try {
    stream.push(piece, isLast);
  } catch (error) {
    throw new Error(error instanceof Error && !error.message.includes("EOF") ? error.message : ENDS, {
      cause: error,
    });
  }
}

function unpack(packed: Uint8Array, { format, most, isCut = false }: Unpacking): Uint8Array | undefined {
  if (format === "gzip" && packed.length < LEAST_GZIP) throw new Error(ENDS);
  const parts: Uint8Array[] = [];
  const seen = { bytes: 0, isWhole: false };
  const take = (part: Uint8Array, isLast: boolean): void => {
    parts.push(part);
    seen.bytes += part.length;
    seen.isWhole ||= isLast;
  };
  const stream = format === "gzip" ? new Gunzip(take) : new Inflate(take);
  for (let at = 0; at < packed.length && seen.bytes <= most; at += PIECE_BYTES) {
    const end = at + PIECE_BYTES;
    pushTo(stream, packed.subarray(at, end), end >= packed.length && !isCut);
  }
  if (seen.bytes > most) return undefined;
  if (!seen.isWhole && !isCut) throw new Error(ENDS);
  return joinBytes(parts);
}
