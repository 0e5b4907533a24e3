import type { Reached } from "./goals.ts";
import type { PartName } from "./parts.ts";
import type { Sections } from "./results-text.ts";

const START =
  "<!-- from test/bench/RESULTS.md by `npm run bench -- --write` -->\n<!-- prettier-ignore-start -->\n";
const END = "\n<!-- prettier-ignore-end -->\n<!-- /bench -->";
const GRID = "the grid of 12 trials, whole command, against ";
const WIDTHS = [15, 30, 100];
const DENSE = "dense data, 784-100-10, batch 128, against ";

/**
 * Returns README.md with what RESULTS.md says of the speed, and at which commit it was measured; README.md names no other
 * figure of it.
 */
export function quoteResults(readme: string, sections: Sections): string {
  const [before, rest] = [readme.indexOf(START), readme.indexOf(END)];
  if (before < 0 || rest < before) throw new Error("README.md has lost the comments around its figures");
  return `${readme.slice(0, before)}${START}${quoted(sections)}${readme.slice(rest)}`;
}

/** Returns a section of a README without the figures that were put there. */
export function withoutQuotes(readme: string): string {
  return readme.slice(0, readme.indexOf(START)) + readme.slice(readme.indexOf(END));
}

function quoted(sections: Sections): string {
  const factors = Object.entries(sections.grid?.reached ?? {}).map(([what, { value, note }]) => [
    what.replace(GRID, "").replace("PyTorch", note ?? "PyTorch"),
    factor(value),
  ]);
  const training = { ...sections.kernels?.reached, ...sections.peers?.reached };
  return [
    "",
    table(
      ["a sweep of twelve MNIST trials, from start to written tables, against", "times as fast"],
      factors,
    ),
    "",
    table(["training on one core, against", ...WIDTHS.map((width) => `784-${width}-10`)], byWidth(training)),
    "",
    [...stamps(sections, ["grid", "kernels", "peers"])].join(" "),
    "",
  ].join("\n");
}

/** A row for each goal that has three widths, and for those of dense data. */
function byWidth(reached: Readonly<Record<string, Reached>>): string[][] {
  const first = `784-${WIDTHS[0]}-10, `;
  const names = Object.keys(reached).flatMap((what) =>
    what.startsWith(first) ? [what.slice(first.length)] : [],
  );
  const rows = names.map((name) => {
    const note = reached[first + name]?.note;
    const cells = WIDTHS.map((width) => reached[`784-${width}-10, ${name}`]);
    return [
      name.replace(", against", ":") + (note ? ` (${note})` : ""),
      ...cells.map((cell) => factor(cell?.value)),
    ];
  });
  const dense = Object.entries(reached).flatMap(([what, { value }]) =>
    what.startsWith(DENSE)
      ? [[`data without zeros, batch 128: ${what.slice(DENSE.length)}`, "", "", factor(value)]]
      : [],
  );
  return [...rows, ...dense];
}

function factor(value: number | undefined): string {
  return value === undefined ? "" : `${Number(value.toPrecision(3))}x`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** Says where and when these parts were measured, each in a sentence. */
function stamps(sections: Sections, parts: readonly PartName[]): Set<string> {
  const sentences = parts.flatMap((part) => {
    const stamp = sections[part]?.stamp;
    return stamp ? [`Measured at commit ${stamp.commit} of ${stamp.date}, on ${stamp.machine}.`] : [];
  });
  return new Set(sentences);
}
