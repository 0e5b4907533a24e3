import { PROBLEM_CODES } from "../../../src/problem-codes.ts";

/** Returns docs/reference/problem-codes.md. */
export function problemCodesPage(): string {
  const rows = Object.entries(PROBLEM_CODES).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
  return `# Problem codes

Every problem of an experiment, or of a file that it reads, has a \`code\`: in the JSON of \`--reporter json\`, and in \`SpecError.problems\` of the
[library](../how-to/use-it-from-typescript.md). Test the code, not the message: messages are reworded from time to time, codes keep their meaning.

| code | meaning |
| --- | --- |
${rows.join("\n")}
`;
}
