/**
 * Small files that ask for much memory or time: each with an experiment on it, and what `validate` has to say. All that
 * unpacks to zeros is one packed megabyte, repeated.
 * @module
 */
import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { constants, deflateRawSync, deflateSync, gzipSync } from "node:zlib";

const MEGABYTE = 1024 ** 2;
const GRID = "architecture: {hidden: [2], output: softmax}\nloss: crossEntropy\neta: 1\nepochs: 1\n";

type Contents = Uint8Array | string;

/** Files with an experiment on them, and what `validate` says of them. */
export interface Hostile {
  readonly name: string;
  readonly says: string;
  readonly spec: string;
  readonly files: Readonly<Record<string, () => Contents>>;
  /** Bytes of files that take no room on disk. */
  readonly sparse?: Readonly<Record<string, number>>;
}

export const HOSTILE_DATA: readonly Hostile[] = [
  image("PNG of 8 x 8 pixels whose data unpack to 1 GB", "its pixels unpack to more than 72 bytes", () =>
    png(8, 8, [["IDAT", zeros(1024)]]),
  ),
  // Read over, so the image is sound: there is one class too few.
  image("PNG whose colour profile unpacks to 1 GB", "must have 2 to 256 folders", () =>
    png(8, 8, [
      ["iCCP", Buffer.concat([Buffer.from("x\0\0"), zeros(1024)])],
      ["IDAT", deflateSync(Buffer.alloc(72))],
    ]),
  ),
  image("PNG of a million colours", "its palette has more than 256 colours", () =>
    png(8, 8, [
      ["PLTE", Buffer.alloc(3_000_000)],
      ["IDAT", deflateSync(Buffer.alloc(72))],
    ]),
  ),
  image("PNG of 0 x 0 pixels", "it must have a pixel (got 0 x 0)", () =>
    png(0, 0, [["IDAT", deflateSync(Buffer.alloc(0))]]),
  ),
  image(
    "PNG of 4 billion x 4 billion pixels",
    "at most 50 million pixels (got 4294967295 x 4294967295)",
    () => png(0xffffffff, 0xffffffff, [["IDAT", zeros(1)]]),
  ),
  image("PNG of 50 million pixels of 8 bytes each", "must take at most 268435456 bytes (got 400005000)", () =>
    png(10_000, 5000, [["IDAT", zeros(400)]], { depth: 16, colour: 6 }),
  ),
  image("PNG of 100,000 chunks without data", "its pixels end after 0 of 72 bytes", () =>
    png(8, 8, [...Array.from({ length: 100_000 }, emptyChunk), ["IDAT", deflateSync("")]]),
  ),
  image("JPEG of 5,000 scans", "at most 100 scans (got 5000)", () => jpeg(8, 8, 5000), "jpg"),
  image("JPEG of 0 x 0 pixels", "it must have a pixel (got 0 x 0)", () => jpeg(0, 0, 1), "jpg"),
  image(
    "JPEG of 49 million pixels, visited by 90 scans",
    "visit more than 1000 million",
    () => jpeg(7000, 7000, 90),
    "jpg",
  ),
  image("file of 1 TB that ends in .png", "must have at most 268435456 bytes (got 1000000000000)", 1e12),
  idx("gzip that says 100 and unpacks to 8 GB", "it unpacks to more than 108 bytes", () => [100], 8192),
  idx("gzip that says 4 GB", "must unpack to at most", () => [65_000, 65_000], 4096),
  idx(
    "gzip of absurd dimensions",
    "must unpack to at most",
    () => [...new Array<number>(200).fill(0xffffffff), 0],
    8,
  ),
  table("CSV of 100,000 names", "must have at most 50000 cells", () => csv(100_000, 3)),
  table("CSV row of 5 MB of doubled quotes", "A row must have at most 4 MiB", () => {
    return `a,y\n${'""'.repeat(2.5e6)}\n1,a\n`;
  }),
  table("CSV row of 4 million cells", "must have at most 50000 cells", () => `a,y\n${",".repeat(4e6)}`),
  table(
    "CSV whose rows have a text in each of 40,000 columns",
    "must have numbers, like most of its values",
    () => {
      return `${csv(40_000, 5)}${new Array(40_000).fill("none").join()}\n`;
    },
  ),
  table("CSV of 40,000 equal names", 'a second "a"', () => `${new Array(40_000).fill("a").join()}\n1\n`),
  table("CSV with one byte that is no UTF-8 in a line of 4 MB", "must be UTF-8 text (got byte 0xFF)", () =>
    Buffer.concat([Buffer.from("a,y\n"), Buffer.alloc(3.9e6, "x"), Buffer.of(0xff, 0x2c, 0x31, 0x0a)]),
  ),
  table("CSV line of 6 MB", "A row must have at most 4 MiB", () => `a,y\n"${"x".repeat(6e6)}`),
  table(
    "CSV packed by gzip that unpacks to 1 GB",
    "it unpacks to more than 67108864 bytes",
    () => gzipOf(Buffer.from("a,y\n"), 1024),
    "csv.gz",
  ),
  table(
    "JSON lines of 200,000 keys",
    "must have at most 50000 keys",
    () => jsonLine(200_000).repeat(3),
    "jsonl",
  ),
  table(
    "JSON lines of 10,000 keys each, all different",
    "must have at most 50000 different keys",
    () => {
      return Array.from({ length: 20 }, (_, line) => jsonLine(10_000, `k${line}-`)).join("");
    },
    "jsonl",
  ),
  table(
    "JSON line with one byte that is no UTF-8 behind 4 MB",
    "must be UTF-8 text (got byte 0xFF)",
    () => Buffer.concat([Buffer.from('{"a":"'), Buffer.alloc(3.9e6, "x"), Buffer.of(0xff, 0x22, 0x7d, 0x0a)]),
    "jsonl",
  ),
  table(
    "JSON nested 200,000 deep",
    "A value must be a number, text, true, false or null (got a list or map)",
    () => `{"a":${"[".repeat(2e5)}${"]".repeat(2e5)}}\n`,
    "jsonl",
  ),
  table(
    "JSON array with an entry of 6 MB",
    "An entry must have at most 4 MiB",
    () => `[{"a":"${"x".repeat(6e6)}"}]`,
    "json",
  ),
];

/** Writes a file and its experiment into a folder; returns the path of the experiment, from the folder. */
export function writeHostile(folder: string, { name, spec, files, sparse = {} }: Hostile): string {
  const base = name.replaceAll(/[^\w]+/g, "-");
  for (const [file, make] of Object.entries(files)) write(join(folder, base, file), make());
  for (const [file, bytes] of Object.entries(sparse)) {
    write(join(folder, base, file), "");
    truncateSync(join(folder, base, file), bytes);
  }
  write(join(folder, base, "it.yaml"), spec);
  return `${base}/it.yaml`;
}

function write(path: string, contents: Contents): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}

function image(name: string, says: string, content: number | (() => Contents), ending = "png"): Hostile {
  const file = `images/a/it.${ending}`;
  const spec = `dataset: {name: images, path: images}\n${GRID}`;
  const isRead = !says.includes("folders");
  const second: Hostile["files"] = isRead
    ? { "images/b/it.png": () => png(8, 8, [["IDAT", deflateSync(Buffer.alloc(72))]]) }
    : {};
  return typeof content === "number"
    ? { name, says, spec, files: second, sparse: { [file]: content } }
    : { name, says, spec, files: { [file]: content, ...second } };
}

function idx(name: string, says: string, sizes: () => number[], megabytes: number): Hostile {
  const names = { path: "it.gz", labels: "labels", testInputs: "it.gz", testLabels: "labels" };
  const spec = `dataset: ${JSON.stringify({ name: "idx", ...names })}\n${GRID}`;
  const files = { "it.gz": () => gzipOf(idxHeader(sizes()), megabytes), labels: () => idxHeader([0]) };
  return { name, says, spec, files };
}

function table(name: string, says: string, content: () => Contents, ending = "csv"): Hostile {
  const kind = ending.startsWith("csv") ? "csv" : "jsonl";
  const spec = `dataset: {name: ${kind}, path: it.${ending}, target: y}\n${GRID}`;
  return { name, says, spec, files: { [`it.${ending}`]: content } };
}

/** Names and rows of ones. */
function csv(columns: number, rows: number): string {
  const names = Array.from({ length: columns - 1 }, (_, i) => `c${i}`).concat("y");
  const ones = `${new Array(columns).fill(1).join()}\n`;
  return `${names.join()}\n${ones.repeat(rows)}`;
}

function jsonLine(keys: number, prefix = "k"): string {
  return `{${Array.from({ length: keys }, (_, i) => `"${prefix}${i}":1`).join()},"y":1}\n`;
}

function idxHeader(sizes: readonly number[]): Buffer {
  const header = Buffer.alloc(4 + 4 * sizes.length);
  header.set([0, 0, 8, sizes.length]);
  sizes.forEach((size, i) => header.writeUInt32BE(size, 4 + 4 * i));
  return header;
}

/** Returns zeros, packed without a header: blocks that refer to nothing before them. */
function blocks(megabytes: number): Buffer {
  const one = deflateRawSync(Buffer.alloc(MEGABYTE), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat(new Array<Buffer>(megabytes).fill(one));
}

const LAST_BLOCK = deflateRawSync("");

/** Returns zeros as zlib packs them; with a wrong checksum. */
function zeros(megabytes: number): Buffer {
  return Buffer.concat([Buffer.of(0x78, 0x9c), blocks(megabytes), LAST_BLOCK, Buffer.alloc(4)]);
}

/** Returns contents that go on with zeros, packed by gzip; with a wrong checksum. */
function gzipOf(start: Uint8Array, megabytes: number): Buffer {
  const head = gzipSync("").subarray(0, 10);
  const first = deflateRawSync(start, { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([head, first, blocks(megabytes), LAST_BLOCK, Buffer.alloc(8)]);
}

type Chunk = readonly [type: string, contents: Buffer];

function emptyChunk(): Chunk {
  return ["IDAT", Buffer.alloc(0)];
}

function png(
  width: number,
  height: number,
  chunks: readonly Chunk[],
  { depth = 8, colour = 0 }: { readonly depth?: number; readonly colour?: number } = {},
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour], 8);
  const all: Chunk[] = [["IHDR", header], ...chunks, ["IEND", Buffer.alloc(0)]];
  const parts = all.flatMap(([type, contents]) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(contents.length);
    return [length, Buffer.from(type, "latin1"), contents, Buffer.alloc(4)];
  });
  return Buffer.concat([Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), ...parts]);
}

/** Returns the parts of a JPEG that say how large it is, and scans without anything in them. */
function jpeg(width: number, height: number, scans: number): Buffer {
  const frame = Buffer.from([0xff, 0xc2, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    frame,
    ...new Array<Buffer>(scans).fill(scan),
    Buffer.of(0xff, 0xd9),
  ]);
}
