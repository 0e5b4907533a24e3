import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "../files/make-folder.ts";
import { writeWhole } from "../files/write-whole.ts";

/** Returns the id of a store, which is random, made once and kept in it: it distinguishes stores wherever they are mounted. */
export async function storeId(folder: string): Promise<string> {
  const file = join(folder, "fleet-id");
  const known = (await readFile(file, "utf8").catch(() => "")).trim();
  if (known !== "") return known;
  const id = randomUUID();
  await makeFolder(folder);
  await writeWhole(file, `${id}\n`);
  return id;
}
