import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { quoteResults, withoutQuotes } from "./quote-results.ts";
import { readResults } from "./results-text.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const results = readFileSync(new URL("RESULTS.md", import.meta.url), "utf8");

it("README.md quotes RESULTS.md as it is", () => {
  expect(quoteResults(readme, readResults(results))).toBe(readme);
});

it("README.md says nothing else about how fast it is in numbers", () => {
  const [, section] = /## How fast\n([^]*?)\n## /.exec(withoutQuotes(readme))!;
  expect(section!.match(/\d[\d.,]*(?:x| (?:s|ms|times|million|%))\b/g)).toBeNull();
});
