import type { Command, Option } from "commander";
import { buildProgram } from "../../../src/commands/run-cli.ts";

const SILENT = { write: () => {} };
const IO = { stdout: SILENT, stderr: SILENT, env: {}, now: () => 0, onInterrupt: () => () => {} };

/** Returns docs/reference/commands.md. */
export function commandsPage(): string {
  const commands = allCommands();
  const index = commands.map(
    (command) => `| [\`${nameOf(command)}\`](#${anchorOf(command)}) | ${escaped(command.description())} |`,
  );
  return `# Commands

Run each command as \`npx gridient COMMAND\`. \`--help\` prints the same text. [Exit codes](exit-codes.md) are the same for all commands.

| command | what it does |
| --- | --- |
${index.join("\n")}

${commands.map(section).join("\n\n")}
`;
}

/** Returns every command, those below it after each. */
export function allCommands(): Command[] {
  return buildProgram(IO, () => {}).commands.flatMap(withInner);
}

function withInner(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withInner)];
}

function nameOf(command: Command): string {
  const { parent } = command;
  return parent?.parent ? `${nameOf(parent)} ${command.name()}` : command.name();
}

function anchorOf(command: Command): string {
  return nameOf(command).replaceAll(" ", "-");
}

function section(command: Command): string {
  const words = command.registeredArguments.map(
    (argument) => [argument.name(), argument.description] as const,
  );
  const named = command.options.filter(({ hidden }) => !hidden);
  return [
    `## \`${nameOf(command)}\``,
    `${capital(command.description())}.`,
    `\`\`\`text\ngridient ${nameOf(command)} ${command.usage()}\n\`\`\``,
    ...table("argument", words),
    ...table(
      "option",
      named.map((option) => [option.flags, optionText(option)] as const),
    ),
    `Examples:\n\n\`\`\`text\n${examplesOf(command)}\n\`\`\``,
  ].join("\n\n");
}

function optionText({
  description,
  defaultValue,
  defaultValueDescription,
  argChoices,
  negate,
}: Option): string {
  const standard = defaultValueDescription ?? (defaultValue === undefined ? undefined : String(defaultValue));
  const notes = [
    ...(argChoices ? [`one of ${argChoices.map((choice) => `\`${choice}\``).join(", ")}`] : []),
    ...(standard === undefined || negate || standard === "none" ? [] : [`default: \`${standard}\``]),
  ];
  return notes.length === 0 ? description : `${description} (${notes.join("; ")})`;
}

function table(head: string, rows: readonly (readonly [string, string])[]): string[] {
  if (rows.length === 0) return [];
  const lines = rows.map(([name, text]) => `| \`${name}\` | ${escaped(text)} |`);
  return [[`| ${head} | what |`, "| --- | --- |", ...lines].join("\n")];
}

/** Returns the examples that end a command's help. */
function examplesOf(command: Command): string {
  let help = "";
  command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  return help
    .split("\n")
    .flatMap((line) => /^ *\$ (gridient .*)$/.exec(line)?.[1] ?? [])
    .join("\n");
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}

function escaped(text: string): string {
  return text.replaceAll("|", String.raw`\|`).replaceAll("<", String.raw`\<`);
}
