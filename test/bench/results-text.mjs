import { describeMachine } from "./machine.mjs";

/**
 * Returns RESULTS.md.
 * @param {string} goals The table of goals.
 * @param {string[]} order The parts of the benchmark.
 * @param {Readonly<Record<string, string>>} sections Of each part that was ever measured.
 */
export function resultsText(goals, order, sections) {
  const measured = order.filter((part) => sections[part]);
  return [
    "# Results of the benchmark",
    "",
    "Made by `npm run bench -- --write`, or by parts: `npm run bench -- fleet --write`. Ratios come from one run each and may be",
    "compared with those of other runs; absolute figures may not.",
    "",
    "## Goals",
    "",
    ...block(goals),
    ...measured.flatMap((part) => ["", `## bench:${part}`, "", sections[part]]),
    "",
  ].join("\n");
}

/** Returns what a part has printed, below the machine it ran on. */
export function sectionText(output) {
  const { cpu, cores, node, platform } = describeMachine();
  return [`On ${cores} cores of "${cpu}", ${platform}, Node ${node}:`, "", ...block(output)].join("\n");
}

/** Reads RESULTS.md. Returns { goals: value by what was measured, parts: section by part }. */
export function readResults(text) {
  const [head, ...sections] = text.split(/\n## bench:/);
  const rows = head
    .split("\n")
    .map((line) => /^(\S.*?) {2,}([\d.e+-]+) \S+ .*(?:missed|met|reached)$/.exec(line));
  return {
    goals: Object.fromEntries(rows.flatMap((row) => (row ? [[row[1], Number(row[2])]] : []))),
    parts: Object.fromEntries(
      sections.map((section) => [/^\w+/.exec(section)[0], section.slice(section.indexOf("\n")).trim()]),
    ),
  };
}

/** A block of code without the lines that name this machine's files. */
function block(text) {
  return ["```text", text.replaceAll(/^written: .*$/gm, "").trim(), "```"];
}
