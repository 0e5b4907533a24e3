import { rename } from "node:fs/promises";
import { platform } from "node:process";
import { setTimeout } from "node:timers/promises";

/** What Windows answers while another program has a file open, or one in a folder: virus scanners do, right after it was written. */
const HELD: ReadonlySet<string | undefined> = new Set(["EACCES", "EBUSY", "EPERM"]);
const WAITS_MS = [10, 20, 50, 100, 200, 400];

/** How a rename is done; tests replace it. */
interface System {
  readonly platform: string;
  readonly rename: (from: string, to: string) => Promise<void>;
}

/**
 * Renames like Node's `rename`, and on Windows again for most of a second while another program has the file open. Elsewhere
 * open files can be renamed, and an answer like that is final.
 */
export async function renamePatiently(
  from: string,
  to: string,
  system: System = { platform, rename },
): Promise<void> {
  for (const wait of system.platform === "win32" ? WAITS_MS : []) {
    try {
      return await system.rename(from, to);
    } catch (error) {
      if (!HELD.has((error as NodeJS.ErrnoException).code)) throw error;
      await setTimeout(wait);
    }
  }
  await system.rename(from, to);
}
