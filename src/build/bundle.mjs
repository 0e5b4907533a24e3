import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const root = new URL("../../", import.meta.url);
const src = new URL("src/", root);

/**
 * Bundles files of src/ and what they import. Returns { output: what rolldown generates, inputs: paths of the sources }.
 *
 * @throws {Error} on what is only a warning to rolldown, as an import that it cannot find.
 */
export async function bundle(entries, tsconfig, options, outputOptions) {
  const bundled = await rolldown({
    cwd: fileURLToPath(root),
    input: entries.map((entry) => fileURLToPath(new URL(entry, src))),
    tsconfig: fileURLToPath(new URL(tsconfig, src)),
    onLog: refuseWarnings,
    ...options,
  });
  const { output } = await bundled.generate(outputOptions);
  const inputs = await bundled.watchFiles;
  await bundled.close();
  return { output, inputs };
}

function refuseWarnings(level, log) {
  if (level === "warn") throw new Error(log.message);
}
