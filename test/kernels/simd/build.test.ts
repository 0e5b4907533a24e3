import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { itLong } from "../../support/long-form.ts";

const source = (name: string): string =>
  fileURLToPath(new URL(`../../../src/kernels/simd/${name}`, import.meta.url));

itLong("build.mjs writes the same bytes again", async () => {
  const folder = await mkdtemp(join(tmpdir(), "gridient-"));
  try {
    const again = join(folder, "wasm.ts");
    await promisify(execFile)(process.execPath, [source("build.mjs"), again]);
    expect(await readFile(again, "utf8")).toBe(await readFile(source("wasm.ts"), "utf8"));
  } finally {
    await rm(folder, { recursive: true });
  }
});
