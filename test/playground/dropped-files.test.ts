import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { droppedFiles } from "../../src/playground/dropped-files.ts";
import { memorySystem } from "../../src/playground/memory-system.ts";

const CONTENTS = Buffer.from("what a public data set has in a file");
const FILE = {
  name: "labels",
  bytes: CONTENTS.length,
  sha256: createHash("sha256").update(CONTENTS).digest("hex"),
};

async function found(path: string, bytes: Uint8Array): Promise<string> {
  const find = droppedFiles(memorySystem(new Map([[path, bytes]])));
  const { labels } = await find(
    { labels: FILE },
    { name: "mnist", mirrors: [] },
    { dataDir: undefined, cacheDir: "" },
  );
  return Buffer.from(labels).toString();
}

describe("droppedFiles()", () => {
  it.each(["data/labels", "data/mnist/labels", "mnist/labels", "labels"])(
    "finds %s, plain or packed",
    async (path) => {
      await expect(found(path, CONTENTS)).resolves.toBe(CONTENTS.toString());
      await expect(found(`${path}.gz`, gzipSync(CONTENTS))).resolves.toBe(CONTENTS.toString());
    },
  );

  it("refuses a file that is missing, or another one", async () => {
    await expect(found("data/other", CONTENTS)).rejects.toThrow("File not found: labels");
    await expect(found("data/labels", Buffer.from("else"))).rejects.toThrow(
      `must have the SHA-256 ${FILE.sha256}`,
    );
  });
});
