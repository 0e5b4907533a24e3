import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { chmod, mkdtemp, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { renamePatiently } from "./rename-patiently.ts";
import { syncFolder } from "./sync-folder.ts";

type Contents = string | Uint8Array | Iterable<string | Uint8Array>;

/**
 * Replaces a file, or the one that a symbolic link leads to, all at once: written beside it, flushed to the disk,
 * renamed, and its folder flushed, so that the new file survives a power failure. The file's permissions stay. If that
 * fails, or `contents` throws, the old file is untouched and nothing is left beside it.
 *
 * A pipe, a device or an open file of a process (`/dev/stdout`) is written into: a rename would put a file in its place.
 */
export async function writeWhole(file: string, contents: Contents): Promise<void> {
  const handle = openFile(file);
  if (handle !== undefined) return writeInto({ fd: handle, autoClose: false }, contents);
  const old = await stat(file).catch(() => undefined);
  if (old && !old.isFile() && !old.isDirectory()) return writeInto(file, contents);
  const target = old ? await realpath(file).catch(() => file) : file;
  await replaceFile(target, contents, old?.mode);
  await syncFolder(dirname(target));
}

/**
 * Does what `writeWhole` does with a regular file, or none, except that a power failure may undo it until the folder is
 * flushed: whoever writes many files into one folder flushes it once.
 *
 * @param mode The permissions it gets; absent for those of a new file.
 */
export async function replaceFile(target: string, contents: Contents, mode?: number): Promise<void> {
  const fresh = `${target}.${randomUUID()}.tmp`;
  try {
    await writeFile(fresh, contents, { flag: "wx", flush: true });
    if (mode !== undefined) await chmod(fresh, mode);
    await renamePatiently(fresh, target);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined); // the first error says more
    throw error;
  }
}

/** Returns the number of a file that this process has open, if that is what a name says. It may be a socket, which cannot be opened. */
function openFile(file: string): number | undefined {
  const name = resolve(file).replace(/^\/proc\/(?:self|thread-self)\/fd\//, "/dev/fd/");
  const at = ["/dev/stdin", "/dev/stdout", "/dev/stderr"].indexOf(name);
  if (at >= 0) return at;
  const [, number] = /^\/dev\/fd\/(\d+)$/.exec(name) ?? [];
  return number === undefined ? undefined : Number(number);
}

/**
 * Contents that come in pieces may throw before their end, and what went into a pipe cannot be taken back: they are
 * completed in a temporary file first.
 */
async function writeInto(to: string | { fd: number; autoClose: boolean }, contents: Contents): Promise<void> {
  const [path, options] = typeof to === "string" ? [to, { flags: "a" }] : ["", to];
  const folder = await mkdtemp(join(tmpdir(), "gridient-"));
  try {
    const spool = join(folder, "spool");
    await writeFile(spool, contents);
    await pipeline(createReadStream(spool), createWriteStream(path, options));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
