import { describe, expect, it } from "vitest";
import { plainTable } from "../../src/terminal/plain-table.ts";

describe("plainTable()", () => {
  it("aligns columns, and ends no line with spaces", () => {
    const rows = [
      ["eta", "accuracy", ""],
      [0.3, "95 %", "best"],
      [10, "7 %", ""],
    ];
    expect(plainTable(rows, ["right", "right", "left"])).toBe(
      "eta  accuracy\n0.3      95 %  best\n 10       7 %",
    );
  });

  it("bears a cell of a hundred thousand letters: the time of the gaps below it grows with their length alone", () => {
    const long = "x".repeat(100_000);
    const rows = [long, ...Array.from({ length: 30 }, () => "y")].map((cell) => [cell, "z"]);
    const lines = plainTable(rows, ["left", "left"]).split("\n");
    expect(lines[0]).toBe(`${long}  z`);
    expect(lines[30]).toBe(`y${" ".repeat(100_001)}z`);
  });
});
