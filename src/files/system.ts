/**
 * What reading experiments and their data needs of a machine, so that both also run in a browser.
 * @module
 */
import type { FileDigest } from "./digest-files.ts";
import type { MatchedFiles } from "./match-files.ts";

/** A machine with files: a disk, or what a user has dropped into a page. Paths are as users name them. */
export interface System extends Decoders {
  /** Returns what is at a path, symbolic links followed; undefined where there is nothing. @throws {Error} If the system refuses. */
  readonly find: (path: string) => Found | undefined;
  /** Returns the names in a folder. @throws {Error} If the system refuses. */
  readonly namesIn: (folder: string) => readonly string[];
  /** Returns the bytes of a file. @throws {Error} If the system refuses. */
  readonly read: (file: string) => Uint8Array;
  /** Yields the bytes of a regular file, a piece at a time; each piece is overwritten by the next one. @throws {Error} If the system refuses. */
  readonly chunksOf: (file: string) => Iterable<Uint8Array>;
  /** Returns a path with every symbolic link followed, as far as it exists. */
  readonly realPath: (path: string) => string;
  /** Returns whether a path is a folder or lies below it; both have no symbolic link left in them. */
  readonly isInside: (path: string, folder: string) => boolean;
  /** Returns the way from a folder to a path, with "/" between folders. */
  readonly wayTo: (folder: string, path: string) => string;
  /** Returns the folder of a file, with "/" between folders. */
  readonly folderOf: (file: string) => string;
  /** Returns the folder that files named from a folder must stay inside. */
  readonly boundaryOf: (folder: string) => string;
  /** Returns a file as seen from the root of the project, with "/" between folders; undefined if it is elsewhere. */
  readonly projectPath: (file: string) => string | undefined;
  /** Returns the files of a folder that match patterns. @throws {RangeError} If there are too many. */
  readonly matchFiles: (folder: string, patterns: readonly string[], boundary: string) => MatchedFiles;
  /** Returns the digests of these files on the disk. @throws {Error} If one cannot be read. */
  readonly digestFiles: (folder: string, patterns: readonly string[], boundary: string) => FileDigest[];
  /** Returns their digests as they are at a revision of git. */
  readonly digestFilesAt: (folder: string, patterns: readonly string[], revision: string) => FileDigest[];
  /** Returns how much memory this process may have, in bytes. */
  readonly memoryBytes: () => number;
}

/** What computes with the bytes of whole files. */
export interface Decoders {
  /** Returns the SHA-256 of a text in UTF-8, hex. */
  readonly sha256Of: (text: string) => string;
  /** Begins the SHA-256 of what comes piece by piece. */
  readonly startSha256: () => Sha256;
  /** Unpacks what gzip or zlib has packed. Returns undefined where there is more than `most` bytes. @throws {Error} If it is damaged. */
  readonly unpack: (packed: Uint8Array, how: Unpacking) => Uint8Array | undefined;
  /** Returns the pixels of a PNG. @throws {Error} If it is damaged. */
  readonly decodePng: (png: Uint8Array) => DecodedPng;
  /** Returns the pixels of a JPEG. @throws {Error} If it is damaged, or beyond a limit. */
  readonly decodeJpeg: (jpeg: Uint8Array, limits: JpegLimits) => DecodedJpeg;
}

/** What is at a path. */
export interface Found {
  readonly kind: "file" | "folder" | "other";
  readonly bytes: number;
  /** Changes whenever the file does. */
  readonly stamp: string;
}

/** A SHA-256 under way. */
export interface Sha256 {
  update(piece: string | Uint8Array): Sha256;
  digest(encoding: "hex"): string;
}

/** How bytes are packed. */
export interface Unpacking {
  /** `deflate`: as in a PNG, without a header. */
  readonly format: "gzip" | "deflate";
  readonly most: number;
  /** They are the beginning of more: what they hold is returned. */
  readonly isCut?: boolean;
}

/** What decoding a JPEG may take. */
export interface JpegLimits {
  readonly megapixels: number;
  readonly megabytes: number;
}

/** A PNG as numbers, row-major, as it has them. */
export interface DecodedPng {
  readonly width: number;
  readonly height: number;
  /** Numbers of a pixel, and bits of each; a byte may hold several. */
  readonly channels: number;
  readonly depth: number;
  readonly data: Uint8Array | Uint8ClampedArray | Uint16Array;
  readonly palette?: readonly (readonly number[])[];
  /** The numbers of pixels that are clear. */
  readonly transparency?: Uint16Array;
}

/** A JPEG as pixels, row-major, 4 bytes each. */
export interface DecodedJpeg {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
