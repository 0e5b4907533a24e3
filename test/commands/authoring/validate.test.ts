import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { specText } from "../../spec/valid-spec.ts";
import { temporaryFolder } from "../../support/folders.ts";
import { gridient } from "../run-in.ts";

const PROBE = fileURLToPath(new URL("../../support/loaded-modules.mjs", import.meta.url));

test("gridient validate loads neither the trainer nor plots, threads, the queue or decoders of images", async () => {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, "a.yaml"), specText());
  const loaded = join(cwd, "loaded.json");
  const env = { NODE_OPTIONS: `--import=${new URL(`file://${PROBE}`).href}`, GRIDIENT_LOADED: loaded };
  expect(await gridient(cwd, ["validate", "a.yaml"], env)).toMatchObject({ exitCode: 0 });
  const { files } = JSON.parse(await readFile(loaded, "utf8")) as { files: string[] };
  const paths = files.map((file) => file.replaceAll("\\", "/"));
  expect(paths.filter((path) => path.includes("/dist/spec/"))).not.toEqual([]);
  expect(paths.filter((path) => path.includes("/node_modules/ajv/"))).not.toEqual([]);
  const costly =
    /dist\/(kernels|training|runners|store|results|report|pipeline)\/|node_modules\/(vega|piscina|cli-table3|fast-png|jpeg-js|fflate)/;
  expect(paths.filter((path) => costly.test(path))).toEqual([]);
});
