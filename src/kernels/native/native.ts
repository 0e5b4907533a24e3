import type { Kernel } from "../kernel.ts";
import { instantiate, type SimdExports } from "../simd/instantiate.ts";
import { kernelOf } from "../simd/simd.ts";

/** What training and evaluation call; the rest, which costs little, stays with the WebAssembly module. */
type Name = "train" | "addGradient" | "evaluate" | "forward" | "clearSums";

/** What kernel.c offers: the calls of the same names, each with a view of the whole memory before its numbers. */
export type NativeCalls = Readonly<Record<Name, (memory: Uint8Array, ...numbers: number[]) => void>>;

/** Returns the kernel of a compiled kernel.c: the bits of `simd`, in the widest vectors that the CPU has. */
export function nativeKernel(calls: NativeCalls): Kernel {
  return kernelOf("native", (memory) => ({ ...instantiate(memory), ...bind(calls, memory) }));
}

/** A memory keeps its place when it grows; only the view's length would go out of date, and no one reads that. */
function bind(calls: NativeCalls, { buffer }: WebAssembly.Memory): Pick<SimdExports, Name> {
  const bytes = new Uint8Array(buffer);
  const bound =
    (name: Name) =>
    (...numbers: number[]) =>
      calls[name](bytes, ...numbers);
  return {
    train: bound("train"),
    addGradient: bound("addGradient"),
    evaluate: bound("evaluate"),
    forward: bound("forward"),
    clearSums: bound("clearSums"),
  };
}
