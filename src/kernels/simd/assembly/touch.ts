import { Network } from "./network";

const CACHE_LINE: usize = 64;

/**
 * Reads one byte of each cache line of the rows' blocks. Rows come in random order, which no CPU foresees; here
 * the reads do not wait for each other, and what follows finds the blocks in the cache.
 */
export function touchBlocks(network: Network, rows: usize, count: usize): void {
  let sum: usize = 0;
  for (const end = rows + 4 * count; rows < end; rows += 4) {
    const start = network.blockStarts + 4 * load<u32>(rows);
    const blockEnd: usize = load<u32>(start, 4);
    for (let at: usize = load<u32>(start); at < blockEnd; at += CACHE_LINE) sum += load<u8>(at);
  }
  network.touched = sum; // a read without use would be optimized away
}
