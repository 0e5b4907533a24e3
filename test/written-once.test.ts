import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sourceTree } from "./support/source-tree.ts";

/** What exists once in src/, where, and how a second one would give itself away. */
const ONCE: readonly { what: string; home: string; copy: RegExp }[] = [
  { what: "argmax", home: "src/math/argmax.ts", copy: /indexOf\(Math\.max\(/ },
  {
    what: "clipping of text",
    home: "src/text/clip-text.ts",
    copy: /\.length > (\w+) \? `\$\{\w+\.slice\(0, [^`]*`/,
  },
  {
    what: "clipping of text",
    home: "src/text/clip-text.ts",
    copy: /\.length <= (\w+) \? \w+ : `\$\{\w+\.slice\(0, /,
  },
  {
    what: "plurals",
    home: "src/text/counted.ts",
    copy: /\$\{[\w.]+\} [^`]*=== 1 \? ("" : "s"|"(\w+)" : "\2s")/,
  },
  { what: "SHA-256", home: "src/files/sha256-of.ts", copy: /\b(createHash|hash)\("sha256"/ },
];
/** They run before anything is built, and import nothing. */
const BUILD_SCRIPTS = /\.mjs$/;

const sources = sourceTree()
  .filter(({ path }) => !BUILD_SCRIPTS.test(path))
  .map(({ path }) => ({ path, text: readFileSync(new URL(`../${path}`, import.meta.url), "utf8") }));

describe("src/", () => {
  it.each(ONCE)("has $what once, in $home", ({ home, copy }) => {
    const copies = sources.filter(({ path, text }) => path !== home && copy.test(text));
    expect(copies.map(({ path }) => path)).toEqual([]);
    expect(sources.map(({ path }) => path)).toContain(home);
  });
});
