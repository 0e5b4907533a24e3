import { OpenedFiles } from "../../src/data/opened-files.ts";
import type { FolderContext } from "../../src/data/source.ts";
import { nodeSystem } from "../../src/files/node-system.ts";

/** What loads a data set that needs no files. */
export const NO_FILES: FolderContext = {
  dataDir: undefined,
  cacheDir: "/nonexistent",
  folder: { path: ".", system: nodeSystem, opened: new OpenedFiles() },
};
