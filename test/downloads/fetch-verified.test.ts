import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { fetchVerified, type FetchOptions, type Search } from "../../src/downloads/fetch-verified.ts";
import { startMirrors, type MirrorServer } from "./mirror-server.ts";
import { pinned } from "./pinned.ts";

const CONTENTS = Buffer.from("the quick brown fox jumps over the lazy dog, ".repeat(40));
const FILE = pinned("fox", CONTENTS);
const ZIPPED = gzipSync(CONTENTS);

let server: MirrorServer;
let folder: string;

beforeAll(async () => {
  server = await startMirrors({
    good: (_, response) => response.end(ZIPPED),
    plain: (_, response) => response.end(CONTENTS),
    encoded: (_, response) => response.setHeader("content-encoding", "gzip").end(ZIPPED),
    chunked: (_, response) => {
      response.write(ZIPPED.subarray(0, 20));
      setTimeout(() => response.end(ZIPPED.subarray(20)), 50);
    },
    slow: (_, response) => {
      const parts = Array.from({ length: 6 }, (_, i) =>
        ZIPPED.subarray(i * 15, i < 5 ? (i + 1) * 15 : undefined),
      );
      const timer = setInterval(() => {
        response.write(parts.shift());
        if (parts.length > 0) return;
        clearInterval(timer);
        response.end();
      }, 200);
    },
    silent: () => undefined,
    stalled: (_, response) =>
      response.setHeader("content-length", ZIPPED.length).write(ZIPPED.subarray(0, 20)),
    broken: (_, response) => {
      response.setHeader("content-length", ZIPPED.length);
      response.write(ZIPPED.subarray(0, 20), () => response.destroy());
    },
    truncated: (_, response) => response.end(ZIPPED.subarray(0, -20)),
    short: (_, response) => response.end(CONTENTS.subarray(1)),
    wrong: (_, response) => response.end(gzipSync(Buffer.alloc(CONTENTS.length, "x"))),
    page: (_, response) => response.end("<html>Please log in</html>"),
    empty: (_, response) => response.end(),
    absent: (_, response) => response.writeHead(404).end("no"),
    failing: (_, response) => response.writeHead(503).end(),
    moved: (_, response) => response.writeHead(302, { location: "/good/fox.gz" }).end(),
    circle: (_, response) => response.writeHead(302, { location: "/circle/fox.gz" }).end(),
    announced: (_, response) => response.setHeader("content-length", 1e9).write("x"),
    endless: (_, response) => {
      const more = (): boolean => response.write(Buffer.alloc(16_384)) && more();
      response.on("drain", more);
      more();
    },
    bomb: (_, response) => response.end(gzipSync(Buffer.alloc(20_000_000))),
  });
});
afterAll(() => server.close());

beforeEach(async () => {
  server.requests.length = 0;
  folder = await mkdtemp(join(tmpdir(), "gridient-fetch-"));
});
afterEach(() => rm(folder, { recursive: true }));

function fetchFrom(mirrors: readonly string[], options: Partial<FetchOptions> = {}): Promise<Search> {
  const addresses = mirrors.map((name) => server.folder(name));
  return fetchVerified(FILE, { folder, mirrors: addresses, stallMs: 10_000, ...options });
}

test.each(["good", "plain", "encoded", "chunked", "moved"])(
  "fetchVerified() takes the file from a mirror that is %s and keeps it uncompressed",
  async (mirror) => {
    const { contents, tried } = await fetchFrom([mirror]);
    expect(contents).toEqual(CONTENTS);
    expect(tried).toEqual([]);
    expect(await readdir(folder)).toEqual(["fox"]);
    expect(await readFile(join(folder, "fox"))).toEqual(CONTENTS);
  },
);

test.each([
  ["broken", "Cannot download "],
  ["truncated", "unexpected end of file"],
  ["short", `must contain ${CONTENTS.length} bytes (got ${CONTENTS.length - 1})`],
  ["wrong", `must have the SHA-256 ${FILE.sha256} (got `],
  ["page", `must contain ${CONTENTS.length} bytes (got 26)`],
  ["empty", `must contain ${CONTENTS.length} bytes (got 0)`],
  ["absent", "answer 404 Not Found"],
  ["failing", "answer 503 Service Unavailable"],
  ["circle", "redirect count exceeded"],
  ["announced", "more than 67336 bytes"],
  ["endless", "more than 67336 bytes"],
  ["bomb", `must be a gzip file of ${CONTENTS.length} bytes: `],
])("fetchVerified() goes on to the next mirror when one is %s, and says why", async (mirror, reason) => {
  const { contents, tried } = await fetchFrom([mirror, "good"]);
  expect(contents).toEqual(CONTENTS);
  expect(tried).toEqual([expect.stringContaining(reason)]);
  expect(tried[0]).toContain(`"${server.folder(mirror)}fox.gz"`);
  expect(await readdir(folder)).toEqual(["fox"]);
});

test.each(["silent", "stalled"])("fetchVerified() gives a mirror up that is %s", async (mirror) => {
  const { contents, tried } = await fetchFrom([mirror], { stallMs: 200 });
  expect(contents).toBeUndefined();
  expect(tried).toEqual([expect.stringContaining("nothing received for 0.2 s")]);
  expect(await readdir(folder)).toEqual([]);
});

test("fetchVerified() is patient with a slow mirror, as long as bytes arrive", async () => {
  const { contents } = await fetchFrom(["slow"], { stallMs: 1000 });
  expect(contents).toEqual(CONTENTS);
});

test("fetchVerified() goes on when nobody listens at an address", async () => {
  const gone = await startMirrors({});
  const address = gone.folder("good");
  await gone.close();
  const { contents, tried } = await fetchFrom([], { mirrors: [address, server.folder("good")] });
  expect(contents).toEqual(CONTENTS);
  expect(tried).toEqual([expect.stringContaining("ECONNREFUSED")]);
});

test("fetchVerified() asks no further mirror than it needs", async () => {
  await fetchFrom(["absent", "good", "plain"]);
  expect(server.requests).toEqual(["/absent/fox.gz", "/good/fox.gz"]);
});

test("fetchVerified() lists every mirror and leaves no file behind when all fail", async () => {
  const { contents, tried } = await fetchFrom(["absent", "truncated", "wrong", "broken"]);
  expect(contents).toBeUndefined();
  expect(tried).toHaveLength(4);
  expect(await readdir(folder)).toEqual([]);
});

test("fetchVerified() replaces a damaged file, and only by a whole one", async () => {
  await writeFile(join(folder, "fox"), "damaged");
  await fetchFrom(["broken", "wrong"]);
  expect(await readFile(join(folder, "fox"), "utf8")).toBe("damaged");
  await fetchFrom(["good"]);
  expect(await readFile(join(folder, "fox"))).toEqual(CONTENTS);
});

test("fetchVerified() makes the folder", async () => {
  const deep = join(folder, "a", "b");
  await fetchVerified(FILE, { folder: deep, mirrors: [server.folder("good")] });
  expect(await readdir(deep)).toEqual(["fox"]);
});

test("fetchVerified() reports bytes as they arrive, and the total where it is known", async () => {
  const calls: [string, number, number | undefined][] = [];
  const onDownload: FetchOptions["onDownload"] = (...call) => void calls.push(call);
  await fetchFrom(["chunked"], { onDownload });
  expect(calls).toEqual([
    ["fox", 20, undefined],
    ["fox", ZIPPED.length, undefined],
  ]);
  await fetchFrom(["good"], { onDownload });
  expect(calls.at(-1)).toEqual(["fox", ZIPPED.length, ZIPPED.length]);
  await fetchFrom(["encoded"], { onDownload });
  expect(calls.at(-1)).toEqual(["fox", CONTENTS.length, undefined]);
});

test("fetchVerified() stops when the run is cancelled, and asks no other mirror", async () => {
  const cancel = new AbortController();
  const search = fetchFrom(["slow", "good"], { signal: cancel.signal, onDownload: () => cancel.abort() });
  await expect(search).rejects.toMatchObject({ code: "E_CANCELLED" });
  expect(server.requests).toEqual(["/slow/fox.gz"]);
  expect(await readdir(folder)).toEqual([]);
});

test("fetchVerified() names the cache folder when it cannot be written", async () => {
  const occupied = join(folder, "file");
  await writeFile(occupied, "");
  const search = fetchVerified(FILE, { folder: join(occupied, "cache"), mirrors: [server.folder("good")] });
  await expect(search).rejects.toMatchObject({ code: "E_DATA", hint: expect.stringContaining(occupied) });
});
