import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { specText } from "../../spec/valid-spec.ts";
import { temporaryFolder } from "../../support/folders.ts";
import { loadedSources, PROBE } from "../../support/loaded-sources.ts";
import { gridientProcess } from "../run-in.ts";

test("gridient validate loads neither the trainer nor plots, threads, the queue or decoders of images", async () => {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, "a.yaml"), specText());
  const loaded = join(cwd, "loaded.json");
  const env = { NODE_OPTIONS: `--import=${PROBE}`, GRIDIENT_LOADED: loaded };
  expect(await gridientProcess(cwd, ["validate", "a.yaml"], env)).toMatchObject({ exitCode: 0 });
  const paths = await loadedSources(loaded);
  expect(paths.filter((path) => path.startsWith("src/spec/"))).not.toEqual([]);
  expect(paths.filter((path) => path.includes("node_modules/yaml/"))).not.toEqual([]);
  const costly =
    /^src\/(kernels|training|runners|store|results|report|pipeline)\/|node_modules\/(ajv|piscina|cli-table3|fast-png|jpeg-js|fflate)/;
  expect(paths.filter((path) => costly.test(path))).toEqual([]);
});
