import { PROBLEM_CODES } from "../../../src/problem-codes.ts";

/** Returns docs/reference/problem-codes.md. */
export function problemCodesPage(): string {
  const rows = Object.entries(PROBLEM_CODES).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`);
  return `# Problem codes

Every problem of an experiment, or of a file that it reads, has a \`code\`: in the JSON of \`--reporter json\`, and in \`SpecError.problems\` of the
[library](../how-to/use-it-from-typescript.md). Test the code, not the message: messages are reworded from time to time, codes keep their meaning.

A problem has these fields:

| field | meaning |
| --- | --- |
| \`severity\` | \`error\` or \`warning\` |
| \`code\` | what is wrong, as a word of the table below |
| \`file\`, \`line\`, \`column\`, \`length\` | where it is; lines and columns count from 1 |
| \`message\` | what is wrong, in words: \`epochs must be an integer from 1 to 100000 (got 5.5)\` |
| \`found\` | what was found, if the problem is a single value: \`5.5\` |
| \`allowed\` | what is allowed there: \`an integer from 1 to 100000\` |
| \`hint\` | what to do, if the program knows |
| \`sourceLine\` | the text of the line |

The codes:

| code | meaning |
| --- | --- |
${rows.join("\n")}
`;
}
