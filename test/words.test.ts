import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sourcePaths } from "./support/source-tree.ts";

/** What is written in plain English so far, by the beginnings of paths. */
const PLAIN =
  "errors.ts problem-codes.ts statement.ts cli.ts index.ts predict.ts text files math data functions metrics fields configuration spec trials kernels store fleet training runners live model library build"
    .split(" ")
    .map((name) => `src/${name}`);

/** The words that docs/style.md tells writers to avoid, in all of their forms that end regularly. */
const FORBIDDEN = wordsToAvoid(read("docs/style.md"));

describe("src/", () => {
  it.each(PLAIN)("%s has none of the words that docs/style.md forbids", (start) => {
    const files = sourcePaths().filter((path) => path.startsWith(start));
    expect(files.length).toBeGreaterThan(0);
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
    "standing",
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

/** Returns text with a space between the words of names such as `lackOf`, and comments without their line breaks. */
function spaced(text: string): string {
  return text
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .replaceAll(/[-_]/g, " ")
    .replaceAll(/\s*\n\s*(\*|\/\/)?\s*/g, " ");
}

function read(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
}
