import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sourcePaths } from "./support/source-tree.ts";

/** The words that docs/style.md advises writers to avoid, in all of their forms that end regularly. */
const FORBIDDEN = wordsToAvoid(read("docs/style.md"));

/** A place in a ranking: the library has the types `Standing` and `BoardStanding`. The verb is forbidden. */
const NOUN = /\bstandings?\b(?!\s+(?:at|by|for|in|on|there)\b)/gi;

describe("src/", () => {
  it("has none of the words that docs/style.md forbids", () => {
    const files = [...sourcePaths(), ...otherPaths()];
    expect(files.length).toBeGreaterThan(900);
    expect(files.flatMap(findings)).toEqual([]);
  });
});

describe("schemas/", () => {
  it.each(readdirSync(new URL("../schemas/", import.meta.url)))(
    "%s has none of these words either",
    (name) => {
      expect(findings(`schemas/${name}`)).toEqual([]);
    },
  );
});

describe("the words that docs/style.md forbids", () => {
  it.each([
    "tells",
    "isTold",
    "standing there",
    "standingFor",
    "stood",
    "came to",
    "went on",
    "anew",
    "Whatever",
    "lackOf",
    "nobody",
    "bears",
    "by heart",
  ])("include those in %j", (text) => expect(spaced(text)).toMatch(new RegExp(FORBIDDEN, "i")));

  it.each([
    "standard",
    "BoardStanding",
    "standings",
    "a standing of the leaderboard",
    "outstanding",
    "stderr",
    "standalone",
    "black",
    "storytelling",
    "forbearance",
    "tellurium",
    "income to",
  ])("do not include those in %j", (text) => expect(spaced(text)).not.toMatch(new RegExp(FORBIDDEN, "i")));
});

/** Returns the paths of the styles, pages and plain scripts below src/. */
function otherPaths(): string[] {
  return readdirSync(new URL("../src/", import.meta.url), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(css|cjs|cts|md)$/.test(path))
    .map((path) => `src/${path}`);
}

/** Returns a pattern of the words in the first column of the table below "Words to avoid". */
function wordsToAvoid(style: string): string {
  const table = style.split("## Words to avoid")[1]!.split("\n## ")[0]!;
  const cells = [...table.matchAll(/^\| (.+?) +\|/gm)].map(([, cell]) => cell!).slice(2);
  const words = cells
    .flatMap((cell) => cell.replaceAll(/\(.*?\)/g, "").split(","))
    .map((word) => word.trim());
  return String.raw`\b(${words.map(formsOf).join("|")})\b`;
}

/** "come to" is also in "comes to" and "coming to". */
function formsOf(phrase: string): string {
  const [verb = "", ...rest] = phrase.split(" ");
  return [`${verb}(e?s|ed|ing)?`, ...rest].join(String.raw`\s+`);
}

/** Returns each forbidden word of a file with the text around it. */
function findings(path: string): string[] {
  const text = spaced(read(path));
  return [...text.matchAll(new RegExp(FORBIDDEN, "gi"))].map(({ index }) => {
    return `${path}: ${text.slice(Math.max(0, index - 40), index + 40)}`;
  });
}

/** Returns text with a space between the words of names such as `lackOf`, comments without their line breaks, and no noun "standing". */
function spaced(text: string): string {
  return text
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll(/[-_]/g, " ")
    .replaceAll(/\s*\n\s*(\*|\/\/)?\s*/g, " ")
    .replaceAll(NOUN, "");
}

function read(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
}
