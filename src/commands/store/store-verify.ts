import { inspectFile } from "../../store/inspect-file.ts";
import { listStore } from "../../store/list-store.ts";
import type { Io } from "../console/io.ts";

const CHECKED: ReadonlySet<string> = new Set(["record", "checkpoint", "portrait"]);

/** Checks every record, all weights and portraits against their checksums; changes nothing. Returns the exit code. */
export async function storeVerify({ store }: { readonly store: string }, io: Io): Promise<number> {
  let [checked, damaged] = [0, 0];
  for await (const listed of listStore(store)) {
    if (!CHECKED.has(listed.file.kind)) continue;
    const { damage } = inspectFile(listed);
    checked += 1;
    if (damage === undefined) continue;
    damaged += 1;
    io.stdout.write(`damaged  ${listed.path}: ${damage}\n`);
  }
  io.stdout.write(`${checked} files checked, ${damaged} damaged\n`);
  return damaged > 0 ? 1 : 0;
}
