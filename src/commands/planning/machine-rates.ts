import { readFile, writeFile } from "node:fs/promises";
import { cpus, homedir } from "node:os";
import { join } from "node:path";
import { makeFolder } from "../../files/make-folder.ts";
import { cacheFolder } from "../../downloads/cache-folder.ts";
import { sha256Of } from "../../files/sha256-of.ts";
import { wasm } from "../../kernels/simd/wasm.ts";
import { ratesAt, TYPICAL_RATES, type Rates, type TimeFactors } from "../../trials/rates.ts";
import type { Io } from "../console/io.ts";
import { measureTimeFactors } from "./measure-time-factors.ts";

/**
 * Returns the rates of this machine. They are measured once for each CPU, release of Node and version of the kernels, and
 * then kept in the user's cache folder.
 */
export async function machineRates({ env, now }: Io): Promise<Rates> {
  const folder = cacheFolder(env, process.platform, homedir());
  const file = join(folder, `speed-${machineKey()}.json`);
  const known = await readTimeFactors(file);
  if (known) return ratesAt(known);
  const factors = await measureTimeFactors(now);
  await makeFolder(folder)
    .then(() => writeFile(file, `${JSON.stringify(factors)}\n`))
    .catch(() => undefined); // without a cache folder they are measured each time
  return ratesAt(factors);
}

function machineKey(): string {
  const node = process.versions.node.split(".")[0];
  return sha256Of(JSON.stringify([cpus()[0]?.model, node, wasm, TYPICAL_RATES])).slice(0, 16);
}

async function readTimeFactors(file: string): Promise<TimeFactors | undefined> {
  const text = await readFile(file, "utf8").catch(() => "{}");
  const { sparse, dense, rest } = parse(text);
  return sparse! > 0 && dense! > 0 && rest! > 0 ? { sparse: sparse!, dense: dense!, rest: rest! } : undefined;
}

function parse(text: string): Partial<TimeFactors> {
  try {
    return JSON.parse(text) as Partial<TimeFactors>;
  } catch {
    return {}; // cut off: measure again
  }
}
