import { mkdir, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { execa } from "execa";
import { beforeEach, describe, expect, it } from "vitest";
import { parseIdx } from "../../src/data/mnist/parse-idx.ts";
import { gridient } from "../commands/run-in.ts";
import { temporaryFolder } from "../support/folders.ts";

const NAME = "train-images-idx3-ubyte";
const BYTES = 47_040_016;

let cwd: string;
let file: string;
beforeEach(async () => {
  cwd = await temporaryFolder();
  await mkdir(join(cwd, "data/mnist"), { recursive: true });
  file = join(cwd, "data/mnist", NAME);
});

/** What lies in place of the pinned file, by what it is. */
const IMPOSTORS: readonly (readonly [string, () => Promise<unknown>, string])[] = [
  ["a pipe that nobody writes to", () => execa("mkfifo", [file]), "it is no regular file"],
  ["a folder", () => mkdir(file), "it is a folder"],
  ["a link to a device that never ends", () => symlink("/dev/zero", file), "it is no regular file"],
  ["a link to itself", () => symlink(NAME, file), "ELOOP"],
  ["a link to another file", () => symlink("/etc/passwd", file), `must contain ${BYTES} bytes (got `],
  ["a file of 1 TB", () => sparse(1e12), "it has 1000000000000 bytes"],
  ["zeros of the right length", () => sparse(BYTES), "must have the SHA-256 "],
  [
    "an IDX file of absurd sizes",
    () => writeFile(file, idx(0xffffffff, 3)),
    `must contain ${BYTES} bytes (got 17)`,
  ],
  ["a gzip bomb", () => gzipped(Buffer.alloc(BYTES + 100_000_000)), `must be a gzip file of ${BYTES} bytes`],
  [
    "a gzip file of many members",
    () => writeFile(file, members(1000)),
    `must be a gzip file of ${BYTES} bytes`,
  ],
  [
    "a truncated gzip file",
    () => writeFile(file, gzipSync("x".repeat(999)).subarray(0, -9)),
    "unexpected end",
  ],
];

describe("a data set's file that is", () => {
  it.each(IMPOSTORS)("%s is refused: exit code 2, none of its contents shown", async (_, make, reason) => {
    await make();
    const { exitCode, stdout, stderr } = await gridient(cwd, ["data", "mnist", "--data-dir", "data"], {
      XDG_CACHE_HOME: join(cwd, "cache"),
    });
    expect({ exitCode, stdout, stderr }).toMatchObject({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^error: "data\/mnist\/train-images-idx3-ubyte" must /);
    expect(stderr).toContain(reason);
    expect(stderr).not.toMatch(/root:|^\s+at /m);
  });
});

describe("parseIdx()", () => {
  it.each([
    ["a product beyond every number", idx(0xffffffff, 255)],
    ["a product of zero and infinity", idx(0, 255)],
    ["a product beyond 2^53", idx(0xffffffff, 2)],
    ["more dimensions than bytes", idx(1, 255).subarray(0, 100)],
  ])("refuses %s, and makes no array of it", (_, contents) => {
    if (contents.length === 1024 && contents[4] === 0) contents.fill(0xff, 8);
    expect(() => parseIdx(contents, "file")).toThrow(/^file must /);
  });
});

/** The header of an IDX file with equal sizes, and one value. */
function idx(size: number, dimensions: number): Buffer {
  const header = Buffer.from([0, 0, 8, dimensions, ...Array<number>(4 * dimensions).fill(0), 1]);
  for (let i = 0; i < dimensions; i++) header.writeUInt32BE(size, 4 + 4 * i);
  return header;
}

async function sparse(bytes: number): Promise<void> {
  await writeFile(file, "");
  await truncate(file, bytes);
}

async function gzipped(contents: Buffer): Promise<void> {
  await writeFile(file, gzipSync(contents, { level: 1 }));
}

/** Gzip files one after the other are one: each small, the whole is not. */
function members(count: number): Buffer {
  const member = gzipSync(Buffer.alloc(100_000));
  return Buffer.concat(Array<Buffer>(count).fill(member));
}
