import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { DataCache } from "../../src/fleet/worker/data-cache.ts";
import { temporaryFolder } from "../support/folders.ts";

const DAY = 24 * 3600 * 1000;

it("a worker's cache of data sets keeps what was used in the last thirty days", async () => {
  const folder = await temporaryFolder();
  let date = Date.now();
  const cache = new DataCache(folder, () => date);
  await cache.clean();
  await cache.write("used", Buffer.from("bytes"));
  await cache.write("unused", Buffer.from("others"));
  date += 20 * DAY;
  expect(String(await cache.read("used"))).toBe("bytes");
  expect(await cache.read("unknown")).toBe(undefined);
  await cache.clean();
  expect(await readdir(join(folder, "fleet"))).toHaveLength(2);
  date += 20 * DAY;
  await cache.clean();
  expect(await readdir(join(folder, "fleet"))).toEqual(["used.data"]);
});
