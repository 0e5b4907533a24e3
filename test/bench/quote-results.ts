import type { Reached } from "./goals.ts";
import type { PartName } from "./parts.ts";
import type { Sections } from "./results-text.ts";

const START =
  "<!-- from test/bench/RESULTS.md by `npm run bench -- --write` -->\n<!-- prettier-ignore-start -->\n";
const END = "\n<!-- prettier-ignore-end -->\n<!-- /bench -->";
const GRID = "the grid of 12 trials, whole command, against ";
const WIDTHS = [15, 30, 100];
const DENSE = "dense data, 784-100-10, batch 128, against ";

/** Returns docs/explanation/speed.md with what RESULTS.md has of the speed, and at which commit it was measured. */
export function quoteTables(page: string, sections: Sections): string {
  return quoteInto(page, tables(sections));
}

/** Returns README.md with the speed in three lines, from RESULTS.md. */
export function quoteSummary(readme: string, sections: Sections): string {
  return quoteInto(readme, summary(sections));
}

function quoteInto(page: string, quoted: string): string {
  const [before, rest] = [page.indexOf(START), page.indexOf(END)];
  if (before < 0 || rest < before) throw new Error("The page has lost the comments around its figures");
  return `${page.slice(0, before)}${START}${quoted}${page.slice(rest)}`;
}

/** Returns a page without the figures that were put there. */
export function withoutQuotes(page: string): string {
  return page.slice(0, page.indexOf(START)) + page.slice(page.indexOf(END));
}

function tables(sections: Sections): string {
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

function summary(sections: Sections): string {
  const grid = Object.values(sections.grid?.reached ?? {});
  const training = { ...sections.kernels?.reached, ...sections.peers?.reached };
  const ofWidths = (what: string) => WIDTHS.flatMap((width) => training[`784-${width}-10, ${what}`] ?? []);
  const peers = new Set(grid.flatMap(({ note }) => note ?? []));
  const sentences = [
    `A sweep of twelve MNIST trials, from start to written tables, is ${times(grid)} as fast as with ${[...peers].join(" and ")}.`,
    `Training on one core in batches of 10 is ${times(ofWidths("batch 10, against naive JavaScript that skips zeros"))} as fast as plain JavaScript that skips zeros, and ${times(ofWidths("batch 10, against native 128-bit code"))} as fast as native 128-bit code.`,
    `On data without zeros, batch 128, PyTorch has wider vectors: gridient trains ${factor(training[`${DENSE}the best PyTorch`]?.value)} as fast.`,
  ];
  return ["", ...sentences.map((sentence) => `- ${sentence}`), ""].join("\n");
}

/** Returns the smallest and the largest factor. */
function times(reached: readonly Reached[]): string {
  const values = reached.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) =>
    Number(value.toPrecision(3)),
  );
  return `${least} to ${most} times`;
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
