import Table from "cli-table3";

/** A cell's side in its column. */
export type Alignment = "left" | "right";

/** Returns rows as aligned columns without lines, as on a terminal or in a log. */
export function plainTable(
  rows: readonly (readonly (string | number)[])[],
  alignments: readonly Alignment[],
): string {
  const table = new Table({
    chars: { ...NO_LINES, middle: "" },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 2 },
    colAligns: [...alignments],
  });
  table.push(...rows.map((row) => [...row]));
  const lines = table.toString().split("\n");
  return lines.map((line) => line.trimEnd()).join("\n"); // a pattern would take the square of a long gap
}

const NO_LINES = Object.fromEntries(
  ["top", "bottom", "mid", "left", "right"].flatMap((side) => [
    [side, ""],
    ...["-mid", "-left", "-right"].map((joint) => [side + joint, ""]),
  ]),
);
