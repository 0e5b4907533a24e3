import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { findFiles } from "../../../src/data/mnist/find-files.ts";
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
    `${LABELS.length} bytes: ${LABELS.length - 1} bytes found`,
  ],
  ["of other bytes", "labels-file", Buffer.alloc(LABELS.length), `must be ${FILES.labels.sha256}: `],
  ["cut short", "labels-file.gz", gzipSync(LABELS).subarray(0, -4), "unexpected end of file"],
  ["longer inside", "labels-file.gz", gzipSync(Buffer.alloc(1e6)), "whole gzip file of 63 bytes: "],
  ["too long by one byte", "labels-file.gz", gzipSync(Buffer.alloc(64)), "63 bytes: 64 bytes found"],
])("findFiles() refuses a file %s in the data folder and says which", async (_, name, bytes, message) => {
  const path = join(dataFolder, name);
  await writeFile(path, bytes);
  const error: unknown = await find("good").catch((error: unknown) => error);
  expect(error).toMatchObject({ code: "E_DATA", message: expect.stringContaining(message) });
  expect(error).toMatchObject({ message: expect.stringContaining(`Cannot use "${path}"`) });
});

test("findFiles() names a path in the data folder that cannot be read", async () => {
  await mkdir(join(dataFolder, "images-file"));
  await expect(find("good")).rejects.toMatchObject({
    code: "E_DATA",
    message: expect.stringContaining(`Cannot use "${join(dataFolder, "images-file")}"`),
  });
});

test("findFiles() lists every folder and mirror that it tried, and where to put the files", async () => {
  await writeFile(join(cacheFolder, "images-file"), "damaged");
  const error: unknown = await find("absent").catch((error: unknown) => error);
  const message = [
    'Cannot find "images-file" as a folder or a mirror must have it:',
    `  No such file, plain or with .gz, in "${dataFolder}"`,
    `  Cannot use "${join(cacheFolder, "images-file")}" as its contents must be 350 bytes: 7 bytes found`,
    `  Cannot fetch "${server.folder("absent")}images-file.gz" as the server must deliver it whole: answer 404 Not Found`,
  ].join("\n");
  expect(error).toMatchObject({ code: "E_DATA", message, hint: expect.stringContaining(cacheFolder) });
});
