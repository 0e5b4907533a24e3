import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { arch } from "node:os";
import { fileURLToPath } from "node:url";
import { GridientError } from "../../errors.ts";
import { packageFile } from "../../files/package-file.ts";
import type { Kernel } from "../../kernels/kernel.ts";
import { nativeKernel, type NativeCalls } from "../../kernels/native/native.ts";
import { hasBitsOfSimd } from "../../kernels/native/self-check.ts";

const BUILD = "npm run build:native";
let checked: Kernel | undefined;

/**
 * Returns the kernel that `npm run build:native` compiled, in the widest vectors of this CPU, checked once.
 * @throws {GridientError} E_USAGE if it was not built; E_KERNEL if its bits are not those of `simd`.
 */
export function builtKernel(): Kernel {
  return (checked ??= checkedKernel(openKernel(fileURLToPath(packageFile("dist/native")))));
}

/** Returns the kernel that lies in a folder. Every CPU loads the narrowest build, which knows what the CPU has. */
export function openKernel(folder: string): Kernel {
  const fileOf = (width: number): string => `${folder}/${arch()}-${width}.node`;
  if (!existsSync(fileOf(16))) throw notBuilt(folder);
  const require = createRequire(import.meta.url);
  const { widest } = require(fileOf(16)) as { widest: number };
  return nativeKernel(require(fileOf(widest)) as NativeCalls);
}

/** Returns a kernel that has the bits of `simd`. */
export function checkedKernel(kernel: Kernel): Kernel {
  if (hasBitsOfSimd(kernel)) return kernel;
  const message = "The native kernel trains to other bits than `simd` on this machine";
  throw new GridientError("E_KERNEL", message, {
    hint: `Build it again with another compiler (CC=clang ${BUILD}), or unset GRIDIENT_KERNEL`,
  });
}

function notBuilt(folder: string): GridientError {
  const message = `GRIDIENT_KERNEL is native, but there is no native kernel for this CPU in ${folder}`;
  return new GridientError("E_USAGE", message, {
    hint: `Build it with a C compiler in a clone of gridient (${BUILD}), or unset GRIDIENT_KERNEL`,
  });
}
