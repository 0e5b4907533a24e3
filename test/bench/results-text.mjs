import { describeMachine } from "./machine.mjs";

/**
 * Returns RESULTS.md.
 * @param {string} goals The table of goals.
 * @param {{ part: string, output: string }[]} outputs What the parts of the benchmark have printed.
 * @param {{ quick: boolean }} options
 */
export function resultsText(goals, outputs, { quick }) {
  const { cpu, cores, node, platform } = describeMachine();
  const machine = `${cores} cores of "${cpu}", ${platform}, Node ${node}`;
  return [
    "# Results of the benchmark",
    "",
    `Made by \`npm run bench -- ${quick ? "--quick " : ""}--write\` on ${machine}.`,
    "Ratios come from one run each and may be compared with those of other runs; absolute figures may not.",
    "",
    "## Goals",
    "",
    ...block(goals),
    ...outputs.flatMap(({ part, output }) => ["", `## bench:${part}`, "", ...block(output)]),
    "",
  ].join("\n");
}

/** A block of code without the lines that name this machine's files. */
function block(text) {
  return ["```text", text.replaceAll(/^written: .*$/gm, "").trim(), "```"];
}
