import { describe, expect, it } from "vitest";
import { modeline } from "../../src/commands/modeline.ts";

describe("modeline()", () => {
  it.each([
    ["/work/experiments/lr.yaml", "/work/schemas/s.json", "../schemas/s.json"],
    [
      "/work/experiments/deep/lr.yaml",
      "/work/node_modules/gridient/schemas/s.json",
      "../../node_modules/gridient/schemas/s.json",
    ],
    ["/work/lr.yaml", "/work/schemas/s.json", "schemas/s.json"],
  ])("leads from %s to %s", (file, schema, path) => {
    expect(modeline(file, schema, "/work")).toBe(`# yaml-language-server: $schema=${path}\n`);
  });

  it("is nothing where the schema is not in the project", () => {
    expect(modeline("/work/lr.yaml", "/usr/lib/node_modules/gridient/schemas/s.json", "/work")).toBe("");
  });
});
