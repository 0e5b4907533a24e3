import { describe, expect, it } from "vitest";
import { modeline } from "../../../src/commands/authoring/first-experiment.ts";

describe("modeline()", () => {
  it.each([
    ["/project/experiments/lr.yaml", "/project/schemas/s.json", "../schemas/s.json"],
    [
      "/project/experiments/deep/lr.yaml",
      "/project/node_modules/gridient/schemas/s.json",
      "../../node_modules/gridient/schemas/s.json",
    ],
    ["/project/lr.yaml", "/project/schemas/s.json", "schemas/s.json"],
  ])("leads from %s to %s", (file, schema, path) => {
    expect(modeline(file, schema, "/project")).toBe(`# yaml-language-server: $schema=${path}\n`);
  });

  it("is nothing where the schema is not in the project", () => {
    expect(modeline("/project/lr.yaml", "/usr/lib/node_modules/gridient/schemas/s.json", "/project")).toBe(
      "",
    );
  });
});
