import { describe, expect, it } from "vitest";
import { categoryFinder } from "../../../src/data/table/find-category.ts";

function find(categories: readonly string[], text: string, other?: string): string | undefined {
  const encoding = { kind: "category", column: "c", categories } as const;
  return categories[categoryFinder(other === undefined ? encoding : { ...encoding, other })(text)];
}

describe("categoryFinder()", () => {
  it.each([
    ["the same text", ["no", "yes"], "yes", "yes"],
    ["the same text rather than the same number", ["1", "1.0"], "1.0", "1.0"],
    ["text without the blanks around it", ["a", "b"], " b\t", "b"],
    ["a boolean in other letters", ["False", "True"], "true", "True"],
    ["a boolean in capitals", ["false", "true"], "TRUE", "true"],
    ["true for words of its own", ["N", "Y"], "true", "Y"],
    ["0 for no", ["off", "on"], "0.0", "off"],
    ["true for 1", ["0.0", "1.0"], "true", "1.0"],
    ["a number in another spelling", ["1.0", "2.0", "3.0"], "1", "1.0"],
    ["a number without its leading zeros", ["01234", "94110"], "1234", "01234"],
    ["a boolean beside the rest", ["False", "True", "other"], "FALSE", "False", "other"],
    ["an unknown text as the rest", ["1", "2", "other"], "x", "other", "other"],
  ])("finds %s", (_, categories, text, category, other?: string) => {
    expect(find(categories, text, other)).toBe(category);
  });

  it.each([
    ["yes beside True", ["False", "True"], "yes"],
    ["y beside words that are not booleans", ["n", "x"], "true"],
    ["a number beside a text", ["1.0", "2.0", "many"], "1"],
    ["one of two spellings of a number", ["1", "1.0", "2"], "1.00"],
    ["a boolean beside a third category", ["False", "True", "maybe"], "true"],
    ["another number", ["1", "2"], "3"],
    ["text among numbers", ["1", "2"], "one"],
  ])("does not find %s", (_, categories, text) => {
    expect(find(categories, text)).toBeUndefined();
  });
});
