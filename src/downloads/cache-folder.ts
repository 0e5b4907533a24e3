import { posix, win32 } from "node:path";

/**
 * Returns the user's cache folder for gridient, where each system keeps such folders.
 * Source: XDG Base Directory Specification 0.8 (a relative XDG_CACHE_HOME does not count); Apple, "File System
 * Programming Guide"; Microsoft, "KNOWNFOLDERID", FOLDERID_LocalAppData.
 * @param env The environment's variables.
 * @param platform As `process.platform` has it.
 * @param home The user's home folder.
 */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  home: string,
): string {
  if (platform === "win32") {
    return win32.join(env["LOCALAPPDATA"] || win32.join(home, "AppData", "Local"), "gridient", "Cache");
  }
  if (platform === "darwin") return posix.join(home, "Library", "Caches", "gridient");
  const xdg = env["XDG_CACHE_HOME"] ?? "";
  return posix.join(posix.isAbsolute(xdg) ? xdg : posix.join(home, ".cache"), "gridient");
}
