import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { quoteSummary, quoteTables, withoutQuotes } from "./quote-results.ts";
import { readResults } from "./results-text.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const readme = read("../../README.md");
const page = read("../../docs/explanation/speed.md");
const results = readResults(read("RESULTS.md"));

it("README.md and docs/explanation/speed.md quote RESULTS.md as it is", () => {
  expect(quoteSummary(readme, results)).toBe(readme);
  expect(quoteTables(page, results)).toBe(page);
});

it("neither says anything else about how fast it is in numbers", () => {
  const [, section] = /## How fast\n([^]*?)\n## /.exec(withoutQuotes(readme))!;
  for (const text of [section!, withoutQuotes(page)])
    expect(text.match(/\d[\d.,]*(?:x| (?:s|ms|times|million|%))\b/g)).toBeNull();
});
