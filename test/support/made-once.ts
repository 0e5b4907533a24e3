import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** The temporary folder that all processes of this run share: temporary-root.ts made it. */
const ROOT = tmpdir();

/**
 * Returns a folder that the tests of a whole run share: the first process that asks for it fills it, the others wait.
 * @throws {Error} If filling it failed, in whichever process.
 */
export async function madeOnce(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(ROOT, name);
  const [made, failed] = [`${folder}.made`, `${folder}.failed`];
  const isFirst = (await mkdir(folder, { recursive: true })) !== undefined;
  if (isFirst) {
    try {
      await fill(folder);
      await mkdir(made);
    } catch (error) {
      await mkdir(failed);
      throw error;
    }
  }
  while (!existsSync(made)) {
    if (existsSync(failed)) throw new Error(`${name} could not be made: see the first test that needs it`);
    await setTimeout(50);
  }
  return folder;
}
