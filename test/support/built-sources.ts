import { existsSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import type { Plugin } from "vitest/config";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const TESTS = join(root, "test") + sep;
const SRC = join(root, "src") + sep;
/** Its bundles in dist/ have names of its modules, but are whole programs. */
const PLAYGROUND = join(SRC, "playground") + sep;
/** They replace modules that sources import, which only modules that Vitest loads can have. */
const OF_SOURCES = ["fields/made-up-field", "commands/console/follow"].map(
  (name) => `${TESTS}${name}.test.ts`,
);

/**
 * Returns a plugin by which tests import the built module of dist/ where they name that of src/. They test what people run, and
 * Vitest does not have to transform it.
 */
export function builtSources(): Plugin {
  return {
    name: "built-sources",
    enforce: "pre",
    resolveId(source, importer) {
      if (!importer?.startsWith(TESTS) || OF_SOURCES.includes(importer) || !source.endsWith(".ts"))
        return null;
      const path = resolve(dirname(importer), source);
      if (!path.startsWith(SRC) || path.startsWith(PLAYGROUND)) return null;
      const built = join(root, "dist", path.slice(SRC.length).replace(/ts$/, "js"));
      return existsSync(built) ? built : null; // parts of the page are only built into its bundle
    },
  };
}
