import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { findFiles } from "../../src/downloads/find-files.ts";
import { startMirrors, type MirrorServer } from "./mirror-server.ts";
import { pinned } from "./pinned.ts";

const IMAGES = Buffer.from("images ".repeat(50));
const LABELS = Buffer.from("labels ".repeat(9));
const FILES = { images: pinned("images-file", IMAGES), labels: pinned("labels-file", LABELS) };

let server: MirrorServer;
let root: string;
let dataFolder: string;
let cacheFolder: string;

beforeAll(async () => {
  server = await startMirrors({
    good: ({ url }, response) => response.end(gzipSync(url?.includes("images") ? IMAGES : LABELS)),
    absent: (_, response) => response.writeHead(404).end(),
  });
});
afterAll(() => server.close());

beforeEach(async () => {
  server.requests.length = 0;
  root = await mkdtemp(join(tmpdir(), "gridient-find-"));
  dataFolder = join(root, "data");
  cacheFolder = join(root, "cache");
  await mkdir(dataFolder);
  await mkdir(cacheFolder);
});
afterEach(() => rm(root, { recursive: true }));

function find(mirror: string, folder: string | undefined = dataFolder): ReturnType<typeof findFiles> {
  return findFiles(FILES, { dataFolder: folder, cacheFolder, mirrors: [server.folder(mirror)] });
}

test("findFiles() reads plain and gzipped files from the data folder and asks nobody", async () => {
  await writeFile(join(dataFolder, "images-file.gz"), gzipSync(IMAGES));
  await writeFile(join(dataFolder, "labels-file"), LABELS);
  expect(await find("good")).toEqual({ images: IMAGES, labels: LABELS });
  expect(server.requests).toEqual([]);
  expect(await readdir(cacheFolder)).toEqual([]);
});

test("findFiles() takes each file that the data folder lacks from the cache, then from a mirror", async () => {
  await writeFile(join(cacheFolder, "images-file.gz"), gzipSync(IMAGES));
  expect(await find("good")).toEqual({ images: IMAGES, labels: LABELS });
  expect(server.requests).toEqual(["/good/labels-file.gz"]);
  expect((await readdir(cacheFolder)).sort()).toEqual(["images-file.gz", "labels-file"]);
});

test("findFiles() reads what it has downloaded the next time", async () => {
  await find("good", undefined);
  server.requests.length = 0;
  expect(await find("absent", undefined)).toEqual({ images: IMAGES, labels: LABELS });
  expect(server.requests).toEqual([]);
});

test("findFiles() does not trust the cache: a damaged file is fetched again", async () => {
  await find("good");
  await writeFile(join(cacheFolder, "labels-file"), Buffer.alloc(LABELS.length));
  expect(await find("good")).toEqual({ images: IMAGES, labels: LABELS });
  expect(await find("absent")).toEqual({ images: IMAGES, labels: LABELS });
});

test("findFiles() survives a data folder that does not exist", async () => {
  expect(await find("good", join(root, "nowhere"))).toEqual({ images: IMAGES, labels: LABELS });
});

test.each([
  [
    "of another size",
    "labels-file",
    LABELS.subarray(1),
    `must contain ${LABELS.length} bytes (got ${LABELS.length - 1})`,
  ],
  [
    "of other bytes",
    "labels-file",
    Buffer.alloc(LABELS.length),
    `must have the SHA-256 ${FILES.labels.sha256} (got `,
  ],
  ["cut short", "labels-file.gz", gzipSync(LABELS).subarray(0, -4), "unexpected end of file"],
  ["longer inside", "labels-file.gz", gzipSync(Buffer.alloc(1e6)), "must be a gzip file of 63 bytes: "],
  ["too long by one byte", "labels-file.gz", gzipSync(Buffer.alloc(64)), "must contain 63 bytes (got 64)"],
])("findFiles() refuses a file %s in the data folder and says which", async (_, name, bytes, message) => {
  const path = join(dataFolder, name);
  await writeFile(path, bytes);
  const error: unknown = await find("good").catch((error: unknown) => error);
  expect(error).toMatchObject({ code: "E_DATA", message: expect.stringContaining(message) });
  expect(error).toMatchObject({ message: expect.stringContaining(`"${path}" must `) });
});

test("findFiles() names a path in the data folder that cannot be read", async () => {
  await mkdir(join(dataFolder, "images-file"));
  await expect(find("good")).rejects.toMatchObject({
    code: "E_DATA",
    message: expect.stringContaining(`"${join(dataFolder, "images-file")}" must `),
  });
});

test("findFiles() lists every folder and mirror that it tried, and where to put the files", async () => {
  await writeFile(join(cacheFolder, "images-file"), "damaged");
  const error: unknown = await find("absent").catch((error: unknown) => error);
  const message = [
    "File not found in any folder or mirror: images-file",
    `  No such file, plain or with .gz, in "${dataFolder}"`,
    `  "${join(cacheFolder, "images-file")}" must contain 350 bytes (got 7)`,
    `  Cannot download "${server.folder("absent")}images-file.gz": answer 404 Not Found`,
  ].join("\n");
  expect(error).toMatchObject({ code: "E_DATA", message, hint: expect.stringContaining(cacheFolder) });
});
