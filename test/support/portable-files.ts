import { sourcePaths } from "./source-tree.ts";

/** The folders of src/ that also run in a browser. */
const FOLDERS =
  "text validators math search data functions metrics fields configuration spec trials kernels training model results report browser playground".split(
    " ",
  );
/** Files of src/ itself that are for Node. */
const FOR_NODE: ReadonlySet<string> = new Set(["src/index.ts", "src/cli.ts"]);

/** What is compiled to WebAssembly, and what builds it. */
const FOR_BUILD = /^src\/kernels\/simd\/assembly\/|\.mjs$/;

/** Returns the paths of what also runs in a browser. */
export function portableFiles(): string[] {
  return sourcePaths()
    .filter((path) => !FOR_BUILD.test(path))
    .filter((path) => {
      const [, folder = "", ...below] = path.split("/");
      return below.length > 0 ? FOLDERS.includes(folder) : !FOR_NODE.has(path);
    });
}
