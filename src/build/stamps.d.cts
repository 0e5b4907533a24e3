/** Returns whether every file that the build was made from is still as it was then. */
export function isStamped(root?: string): boolean;
/** Notes the files that the build was made from; nothing if one may have changed since the build began. */
export function writeStamps(paths: readonly string[], began: number, root?: string): void;
