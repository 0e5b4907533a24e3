import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sourceTree } from "./support/source-tree.ts";

/** What exists once in src/, where, and how a second one would give itself away. */
const ONCE: readonly { what: string; home: string; copy: RegExp }[] = [
  { what: "argmax", home: "src/math/extremes.ts", copy: /indexOf\((Math\.max|largestOf)\(/ },
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
/** A test of the kind of an experiment: what differs between kinds is asked of a table with a row for each. */
const TEST_OF_KIND =
  /(?<!typeof [\w.]+ )(===|!==) "(function|network|program)"|"(function|network|program)" in |\bcase "(function|network|program)":/;
/** Where a kind speaks of itself. */
const HOME_OF_KIND = /\/kinds\/|^src\/report\/pictures\/descent\//;
/** What only deals with networks, and says so of any trial it is given. This list may only become shorter. */
const ONLY_NETWORKS = [
  "src/configuration/kind-of.ts", // defines it
  "src/fleet/batch-jobs.ts", // a fleet trains networks: descents are over before a message arrives
  "src/fleet/worker/worker-data.ts",
  "src/pipeline/models/export-model.ts", // a model is a network
  "src/pipeline/take-portraits.ts",
];
/** They run before anything is built, and import nothing. */
const BUILD_SCRIPTS = /\.mjs$/;

/** A symbol: as a key it would hide a property from loops, JSON and other threads. */
const SYMBOL = /\bconst (\w+)(?:: unique symbol)? = Symbol\(/g;

const sources = sourceTree()
  .filter(({ path }) => !BUILD_SCRIPTS.test(path))
  .map(({ path }) => ({ path, text: readFileSync(new URL(`../${path}`, import.meta.url), "utf8") }));

describe("src/", () => {
  it.each(ONCE)("has $what once, in $home", ({ home, copy }) => {
    const copies = sources.filter(({ path, text }) => path !== home && copy.test(text));
    expect(copies.map(({ path }) => path)).toEqual([]);
    expect(sources.map(({ path }) => path)).toContain(home);
  });

  it("hides nothing behind a symbol as a key", () => {
    const symbols = sources.flatMap(({ text }) => [...text.matchAll(SYMBOL)].map(([, name = ""]) => name));
    expect(symbols.length).toBeGreaterThan(0);
    const isKey = ({ text }: { text: string }) => symbols.some((name) => text.includes(`[${name}]`));
    expect(sources.filter(isKey).map(({ path }) => path)).toEqual([]);
  });

  it("tests the kind of an experiment nowhere but in the folders of the kinds", () => {
    const tests = sources.flatMap(({ path, text }) =>
      text.split("\n").flatMap((line) => (TEST_OF_KIND.test(line) ? `${path}: ${line.trim()}` : [])),
    );
    expect(tests.filter((test) => !HOME_OF_KIND.test(test))).toEqual([]);
    const claiming = sources.filter(({ text }) => /\basNetwork\(/.test(text)).map(({ path }) => path);
    expect(claiming.toSorted()).toEqual(ONLY_NETWORKS);
  });
});
