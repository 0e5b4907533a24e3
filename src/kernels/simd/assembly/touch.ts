import { Network } from "./network";

const CACHE_LINE: usize = 64;

/**
 * Reads one byte of each cache line of the rows' inputs. Rows come in random order, which no CPU foresees; here
 * the reads do not wait for each other, and what follows finds the inputs in the cache.
 */
export function touchInputs(network: Network, rows: usize, count: usize): void {
  const rowBytes = network.features << (network.inputsAreBytes ? 0 : 2);
  let sum: usize = 0;
  for (const end = rows + 4 * count; rows < end; rows += 4) {
    const row: usize = load<u32>(rows);
    const start = network.inputs + row * rowBytes;
    for (let at: usize = 0; at < rowBytes; at += CACHE_LINE) sum += load<u8>(start + at);
  }
  network.touched = sum; // a read without use would be optimized away
}
