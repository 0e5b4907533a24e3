import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { expect, test } from "vitest";
import { portableFiles } from "../support/portable-files.ts";

/** Returns what files and all that they import are bundled from outside; the bundler refuses what a browser does not have. */
async function importsOutside(paths: readonly string[]): Promise<string[]> {
  const bundle = await rolldown({
    input: paths.map((path) => fileURLToPath(new URL(`../../${path}`, import.meta.url))),
    tsconfig: fileURLToPath(new URL("../../src/browser/tsconfig.json", import.meta.url)),
    platform: "browser",
    treeshake: false,
    onLog: (_, { message }) => {
      throw new Error(message);
    },
  });
  try {
    const { output } = await bundle.generate({ format: "esm" });
    const own = new Set(output.map(({ fileName }) => fileName));
    const imported = output.flatMap((chunk) =>
      chunk.type === "chunk" ? [...chunk.imports, ...chunk.dynamicImports] : [],
    );
    return imported.filter((name) => !own.has(name));
  } finally {
    await bundle.close();
  }
}

test("what reads, plans, trains and reports is bundled for browsers, with nothing of Node", async () => {
  const files = portableFiles();
  expect(files).toEqual(
    expect.arrayContaining(["src/spec/read-experiment.ts", "src/results/build-results.ts"]),
  );
  expect(await importsOutside(files)).toEqual([]);
  await expect(importsOutside(["src/files/project.ts"])).rejects.toThrow("node:");
});
