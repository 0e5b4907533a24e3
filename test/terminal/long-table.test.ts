import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { plainTable } from "../../src/terminal/plain-table.ts";

test("a long table is as wide as its widest row, whatever its cells hold", () => {
  const rows = Array.from({ length: 350 }, (_, i): (string | number)[] => [
    i === 320 ? "漢字漢字漢字" : i % 7 === 0 ? "\u001b[1mbold\u001b[22m" : "name",
    i === 170 ? 123456789 : i,
    "x".repeat(i % 5),
  ]);
  const sides = ["left", "right", "left"] as const;
  const lines = plainTable(rows, sides).split("\n");
  expect(lines).toHaveLength(350);
  expect(stripVTControlCharacters(lines[7]!)).toBe(`bold${" ".repeat(8)}  ${" ".repeat(8)}7  xx`);
  // The same rows beside the widest ones, as a short table draws them.
  const widest = [rows[320]!, rows[170]!];
  for (const i of [0, 1, 123, 340]) {
    const short = plainTable([...widest, ["", "", "xxxx"], rows[i]!], sides).split("\n");
    expect(lines[i]).toBe(short[3]);
  }
});
