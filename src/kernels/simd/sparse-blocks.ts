import { instantiate } from "./instantiate.ts";

/**
 * Share of the inputs that are not zero from which on the dense kernels are the faster ones. Measured with 64 and
 * 784 inputs and 15 to 512 units: they are equally fast between 0.6 and 0.8.
 */
const DENSE_FROM = 0.65;
/** Largest number of features whose indices fit the 16 bits that blocks have for them. */
const MAX_FEATURES = 65536;
/** Bytes before the groups of a block, and of a group of four: see assembly/blocks.ts. */
const HEAD = 4;
const GROUP = 12;
const CACHE_LINE = 64;

/** Inputs that are bytes, in a memory: [examples, features] from a byte offset on. */
interface ByteInputs {
  readonly memory: WebAssembly.Memory;
  readonly inputsOffset: number;
  readonly examples: number;
  readonly features: number;
}

/**
 * Returns where each example's block is to begin and the last one ends, [examples + 1]; undefined if the inputs have
 * too few zeros for blocks to pay.
 * @param first Byte offset of the first block, a multiple of the cache line.
 */
export function planBlocks(inputs: ByteInputs, first: number): Float64Array | undefined {
  const { memory, inputsOffset, examples, features } = inputs;
  if (features > MAX_FEATURES) return undefined;
  const { countNonZeros } = instantiate(memory);
  const starts = new Float64Array(examples + 1);
  let end = first;
  let total = 0;
  for (let row = 0; row < examples; row++) {
    const count = countNonZeros(inputsOffset + row * features, features);
    const bytes = HEAD + GROUP * Math.ceil(count / 4);
    starts[row] = end;
    end += CACHE_LINE * Math.ceil(bytes / CACHE_LINE);
    total += count;
  }
  starts[examples] = end;
  return total < DENSE_FROM * examples * features ? starts : undefined;
}

/** Writes the blocks to memory that holds zeros. */
export function writeBlocks(
  { memory, inputsOffset, examples, features }: ByteInputs,
  starts: Float64Array,
): void {
  const { writeBlock } = instantiate(memory);
  for (let row = 0; row < examples; row++) {
    writeBlock(inputsOffset + row * features, features, starts[row]!);
  }
}
