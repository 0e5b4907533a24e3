import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { totalmem } from "node:os";
import { dirname, relative, resolve, sep } from "node:path";
import { constrainedMemory } from "node:process";
import { constants, gunzipSync, inflateRawSync } from "node:zlib";
import type * as Png from "fast-png";
import type * as Jpeg from "jpeg-js";
import { digestFilesAt } from "./digest-files-at.ts";
import { digestFiles } from "./digest-files.ts";
import { isInside } from "./is-inside.ts";
import { matchFiles } from "./match-files.ts";
import { boundaryOf, projectPath } from "./project.ts";
import { readChunks } from "./read-chunks.ts";
import { realPath } from "./real-path.ts";
import { sha256Of, startSha256 } from "./sha256-of.ts";
import type { Found, System } from "./system.ts";

/** Decoders of images are loaded when one is there: every command knows of this data set, few meet one. */
const load = createRequire(import.meta.url);

/** The disk of this machine, and what Node has to decode files. */
export const nodeSystem: System = {
  find,
  namesIn: (folder) => readdirSync(folder),
  read: (file) => readFileSync(file),
  chunksOf: (file) => readChunks(file),
  realPath,
  isInside,
  wayTo: (folder, path) => relative(resolve(folder), resolve(path)).replaceAll(sep, "/"),
  folderOf: (file) => dirname(file).replaceAll(sep, "/"),
  boundaryOf,
  projectPath,
  matchFiles,
  digestFiles,
  digestFilesAt,
  memoryBytes: () => Math.min(totalmem(), constrainedMemory() || Infinity), // 0 = no limit
  sha256Of: (text) => sha256Of(text),
  startSha256,
  unpack(packed, { format, most, isCut = false }) {
    const options = { maxOutputLength: most, ...(isCut && { finishFlush: constants.Z_SYNC_FLUSH }) };
    try {
      return format === "gzip" ? gunzipSync(packed, options) : inflateRawSync(packed, options);
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE")
        return undefined;
      throw error;
    }
  },
  decodePng: (png) => (load("fast-png") as typeof Png).decode(png),
  decodeJpeg(jpeg, { megapixels, megabytes }) {
    const limits = { maxResolutionInMP: megapixels, maxMemoryUsageInMB: megabytes };
    return (load("jpeg-js") as typeof Jpeg).decode(jpeg, { useTArray: true, formatAsRGBA: true, ...limits });
  },
};

function find(path: string): Found | undefined {
  const facts = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (!facts) return undefined;
  return {
    kind: facts.isFile() ? "file" : facts.isDirectory() ? "folder" : "other",
    bytes: Number(facts.size),
    stamp: [facts.dev, facts.ino, facts.size, facts.mtimeNs, facts.ctimeNs].join("/"),
  };
}
