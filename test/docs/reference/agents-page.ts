import type { Command } from "commander";
import { readExperiment } from "../../support/read-experiment.ts";
import { allCommands } from "./commands-page.ts";
import { EXIT_CODES } from "./exit-codes-page.ts";
import { fields } from "./fields-page.ts";
import { documentationAddress } from "./llms-text.ts";
import { code, isAxis, typeText, valueOf, type Schema } from "./schema.ts";
import { TITLES } from "./titles.ts";

/** Commands of the loop, in its order. */
const LOOP = ["validate", "plan", "sweep", "show", "compare", "decide", "explain"];
const FILE = "experiments/try.yaml";
const SPEC = `dataset: moons
architecture: { hidden: [8], output: softmax }
loss: crossEntropy
eta: 0.03
epochs: 10
replicates: 4
`;
const WRONG = SPEC.replace("epochs: 10", "epochs: 5.5");

/** Returns AGENTS.md: what a program needs to run experiments in a loop. */
export function agentsPage(): string {
  const commands = allCommands();
  const loop = LOOP.map((name) => commands.find((command) => command.name() === name)!);
  return `# gridient for agents

gridient trains neural networks from experiments that are YAML files, one file for a grid of trainings, and writes tables of results that are committed
beside them. The same file makes the same bytes everywhere. This page is for programs that change experiments in a loop; all of it comes from the
program itself. People read the [documentation](${documentationAddress("docs/README.md")}), and
[Contributing](${documentationAddress("CONTRIBUTING.md")}) if they work on gridient.

## The loop

Write an experiment, or let \`npx gridient init ${FILE}\` write one:

\`\`\`yaml
# ${FILE}
${SPEC}\`\`\`

Check it, look at its cost, train it, read its results, and commit both:

\`\`\`sh
npx gridient validate ${FILE} --reporter json
npx gridient plan ${FILE} --json
npx gridient sweep ${FILE} --json
npx gridient show try --json
git add experiments results && git commit --quiet --message "Before"
\`\`\`

Change one thing, sweep again, and decide:

\`\`\`sh
sed -i.bak "s/eta: .*/eta: 0.1/" ${FILE}
npx gridient sweep ${FILE} --json
npx gridient compare HEAD try --json
npx gridient decide HEAD try --json
\`\`\`

| \`decide\` exits with | verdict | what to do |
| --- | --- | --- |
| 0 | \`keep\` | commit the experiment with its results |
| 1 | \`discard\` | \`git checkout experiments results\` |
| 3 | \`undecided\` | raise \`replicates\` on both sides by the number that \`more\` has, or discard |

## Rules

- Two trainings differ by chance. Never judge a change by two means: use \`decide\`, with at least two replicates on both sides and the same \`replicates.baseSeed\`.
- Of 40 changes without effect, \`decide\` keeps about one. Confirm a kept change on fresh replicates: another \`replicates.baseSeed\` on both sides.
- Choose by the validation part. What was chosen by the test part has no honest test result.
- Never edit a file below \`results/\`: \`sweep\` writes them, and \`sweep --check\` finds every byte that differs.
- A sweep trains only trials that have no record. The same command resumes an interrupted sweep.
- An experiment of \`kind: program\` runs code. Only the user allows that, by \`--allow-programs\` or in package.json. Never allow it yourself.
- With \`npm run\`, options of gridient follow a \`--\`.
- \`npx gridient mcp\` offers the commands of the loop as tools of the Model Context Protocol, if \`@modelcontextprotocol/sdk\` is installed.

## Commands of the loop

${loop.map(usage).join("\n\n")}

## Output for programs

- \`--json\` prints JSON with all digits to stdout. \`sweep --json\` prints one object a line while it runs, each with an \`event\`: \`plan\`, \`trial\`, \`best\`, \`done\`.
- Errors go to stderr: \`error: \`, what is wrong, what was found and what is allowed, then a line with what to do.
- With \`--reporter json\`, the first line of stdout is an array of all problems of the experiments, \`[]\` if there are none. This is one for \`epochs: 5.5\`:

\`\`\`json
${JSON.stringify(problemOf(WRONG), null, 2)}
\`\`\`

Test \`code\`, which keeps its meaning; messages are reworded from time to time. Nothing trains, and no file changes, until there is no error.

| exit code | meaning |
| --- | --- |
${Object.entries(EXIT_CODES)
  .map(([exit, meaning]) => `| ${exit} | ${meaning} |`)
  .join("\n")}

## Fields of an experiment

Where "axis" is marked, a list of values makes an axis of the grid. Required: \`dataset\`, \`architecture.hidden\`, \`eta\` and \`epochs\`; for \`kind: function\`
\`function\`, \`start\`, \`eta\` and \`steps\`. \`npx gridient schema\` prints the JSON Schema,
and [Fields](${documentationAddress("docs/reference/fields.md")}) has every option of a data set, an optimizer or a schedule.

| field | value | axis | default | what |
| --- | --- | --- | --- | --- |
${fieldRows().join("\n")}

## All commands

| command | what it does |
| --- | --- |
${commands.map((command) => `| \`${fullName(command)}\` | ${cell(command.description())} |`).join("\n")}
`;
}

function usage(command: Command): string {
  const rows = [
    ...command.registeredArguments.map((argument) => [argument.name(), argument.description]),
    ...command.options.filter(({ hidden }) => !hidden).map((option) => [option.flags, option.description]),
  ];
  const lines = rows.map(([name, text]) => `- \`${name}\`: ${cell(text!)}`);
  return [
    `### \`gridient ${command.name()} ${command.usage()}\``,
    command.description(),
    lines.join("\n"),
  ].join("\n\n");
}

function fullName(command: Command): string {
  const { parent } = command;
  return parent?.parent ? `${fullName(parent)} ${command.name()}` : command.name();
}

/** Returns the first problem of an experiment, as \`--reporter json\` prints it. */
function problemOf(text: string): unknown {
  return readExperiment(text, FILE, { limit: 100 }).problems[0];
}

function fieldRows(): string[] {
  const all = fields();
  return Object.keys(TITLES).map((path) => fieldRow(path, all.get(path)!));
}

function fieldRow(path: string, field: Schema): string {
  const { description = "", default: fallback } = field;
  const value = path === "expect" ? "a list of expectations" : typeText(valueOf(field));
  const first = description.split(/(?<=\.) |;/)[0]!.replace(/(?<!\.)$/, ".");
  const cells = [
    code(path),
    value.replaceAll(/\[(\w+)\]\([^)]+\)/g, "$1"),
    isAxis(field) ? "axis" : "",
    fallback === undefined ? "" : code(fallback),
    first,
  ];
  return `| ${cells.map(cell).join(" | ")} |`;
}

function cell(text: string): string {
  return text
    .replaceAll("|", String.raw`\|`)
    .replaceAll("<", String.raw`\<`)
    .replaceAll("``", "` `");
}
