/** Returns where a file of this package lies. This module, and the bundle that holds it, lie two folders below the package. */
export function packageFile(path: string): URL {
  return new URL(`../../${path}`, import.meta.url);
}
