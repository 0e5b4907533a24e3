import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { loadImages } from "./data.ts";

/** Writes a few digits as the files of MNIST below a folder, for peers that read no other format. */
export async function writeSmallMnist(folder: string): Promise<void> {
  const { set } = await loadImages("smallest");
  mkdirSync(join(folder, "mnist"));
  for (const [name, part] of [
    ["train", set.parts.train],
    ["t10k", set.parts.test],
  ] as const) {
    const rows = [...part];
    const images = rows.map((row) => set.inputs.subarray(row * set.features, (row + 1) * set.features));
    const labels = rows.map((row) => set.labels.subarray(row, row + 1));
    write(`${name}-images-idx3-ubyte.gz`, [rows.length, 28, 28], images);
    write(`${name}-labels-idx1-ubyte.gz`, [rows.length], labels);
  }

  function write(name: string, sizes: readonly number[], data: readonly ArrayLike<number>[]): void {
    const head = new DataView(new ArrayBuffer(4 * (sizes.length + 1)));
    head.setUint32(0, 0x0800 + sizes.length);
    sizes.forEach((size, i) => head.setUint32(4 * (i + 1), size));
    const bytes = Buffer.concat([
      new Uint8Array(head.buffer),
      ...data.map((values) => Uint8Array.from(values)),
    ]);
    writeFileSync(join(folder, "mnist", name), gzipSync(bytes));
  }
}
