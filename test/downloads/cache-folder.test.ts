import { expect, test } from "vitest";
import { cacheFolder } from "../../src/downloads/cache-folder.ts";

test.each([
  ["linux", {}, "/home/ann", "/home/ann/.cache/gridient"],
  ["linux", { XDG_CACHE_HOME: "/fast" }, "/home/ann", "/fast/gridient"],
  ["linux", { XDG_CACHE_HOME: "" }, "/home/ann", "/home/ann/.cache/gridient"],
  ["linux", { XDG_CACHE_HOME: "relative" }, "/home/ann", "/home/ann/.cache/gridient"],
  ["freebsd", {}, "/home/ann", "/home/ann/.cache/gridient"],
  ["darwin", {}, "/Users/ann", "/Users/ann/Library/Caches/gridient"],
  ["win32", { LOCALAPPDATA: "D:\\Local" }, "C:\\Users\\ann", "D:\\Local\\gridient\\Cache"],
  ["win32", {}, "C:\\Users\\ann", "C:\\Users\\ann\\AppData\\Local\\gridient\\Cache"],
])("cacheFolder() on %s with %o follows the system's habit", (platform, env, home, expected) => {
  expect(cacheFolder(env, platform, home)).toBe(expected);
});
