import { GridientError } from "../../errors.ts";
import { checkNetwork } from "../check-network.ts";
import type { Kernel } from "../kernel.ts";
import { instantiate, type SimdExports } from "./instantiate.ts";
import { layOut } from "./layout.ts";
import { SimdSession } from "./session.ts";

/** WebAssembly SIMD, see assembly/: the bits of `reference`, as fast as one core allows. */
export const simd: Kernel = kernelOf("simd", instantiate);

/** Returns a kernel on the memory and in the layout of `simd`, whose sessions call the functions given for a memory. */
export function kernelOf(
  name: Kernel["name"],
  functionsFor: (memory: WebAssembly.Memory) => SimdExports,
): Kernel {
  return {
    name,
    regionBytes: (network, capacity) => layOut(network, capacity, 0).end,
    open(data, region, network, capacity) {
      checkNetwork(data, network);
      const layout = layOut(network, capacity, region.offset);
      const { byteLength } = data.memory.buffer;
      const regionEnd = Math.min(region.offset + region.bytes, byteLength);
      if (layout.end > regionEnd) throw tooSmall(layout.end - region.offset, regionEnd - region.offset);
      return new SimdSession(data, network, layout, functionsFor(data.memory));
    },
  };
}

function tooSmall(needed: number, found: number): GridientError {
  const message = `The region of a session must have ${needed} bytes (got ${found})`;
  return new GridientError("E_KERNEL", message, { hint: "Ask regionBytes for the size" });
}
