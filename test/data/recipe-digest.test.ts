import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { recipeDigest } from "../../src/data/recipe-digest.ts";

test("recipeDigest() is SHA-256 over the canonical JSON", () => {
  const expected = createHash("sha256").update('{"name":"é","noise":0.1,"parts":[1,2]}').digest("hex");
  expect(recipeDigest({ parts: [1, 2], noise: 1e-1, name: "é" })).toBe(expected);
});

test("recipeDigest() differs where a recipe differs", () => {
  expect(recipeDigest({ name: "xor", samples: 4 })).not.toBe(recipeDigest({ name: "xor", samples: 5 }));
});
