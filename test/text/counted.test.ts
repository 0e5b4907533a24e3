import { describe, expect, it } from "vitest";
import { counted, withArticle } from "../../src/text/counted.ts";

describe("counted", () => {
  it("puts the noun into the plural unless there is one", () => {
    expect([0, 1, 2].map((count) => counted(count, "trial"))).toEqual(["0 trials", "1 trial", "2 trials"]);
  });

  it("takes a plural of its own", () => {
    expect(counted(1, "file is", "files are")).toBe("1 file is");
    expect(counted(3, "file is", "files are")).toBe("3 files are");
  });
});

describe("withArticle", () => {
  it.each([
    "a loss",
    "an accuracy",
    "an error",
    "an F1 score",
    "an RMSE",
    "a Score",
    "a unit loss",
    "an upper bound",
  ])("returns %j", (phrase) => expect(withArticle(phrase.replace(/^an? /, ""))).toBe(phrase));
});
