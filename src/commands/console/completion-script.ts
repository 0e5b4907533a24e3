import type { Command } from "commander";

/** A shell that has a script. */
export type Shell = "bash" | "zsh" | "fish";

/** Returns a script by which a shell completes the command line of a program: commands, options, their values, and files. */
export function completionScript(shell: Shell, program: Command): string {
  if (shell === "fish") return fishScript(program);
  const bash = bashScript(program);
  return shell === "zsh" ? `autoload -U +X bashcompinit && bashcompinit\n${bash}` : bash;
}

function bashScript(program: Command): string {
  const cases = program.commands.map((command) => {
    return `    ${command.name()}) words="${[...optionsOf(command), ...namesIn(command)].join(" ")}" ;;`;
  });
  const choices = [...choicesIn(program)].map(([flag, words]) => {
    return `    ${flag}) COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$word")); return ;;`;
  });
  return `_gridient() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words=""
  COMPREPLY=()
  case "\${COMP_WORDS[COMP_CWORD-1]}" in
${choices.join("\n")}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${namesIn(program).join(" ")} --help --version" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  case "$word" in
    -*) ;;
    *) COMPREPLY+=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _gridient gridient
`;
}

function fishScript(program: Command): string {
  const commands = program.commands.map((command) => {
    const help = quoted(command.description());
    return `complete -c gridient -n __fish_use_subcommand -f -a ${command.name()} -d ${help}`;
  });
  const options = program.commands.flatMap((command) =>
    command.options.map((option) => {
      const names = [
        option.long && `-l ${option.long.slice(2)}`,
        option.short && `-s ${option.short.slice(1)}`,
      ];
      const value = option.argChoices
        ? `-x -a ${quoted(option.argChoices.join(" "))}`
        : option.required
          ? "-r"
          : "";
      const shown = [...names, value].filter(Boolean).join(" ");
      const within = quoted(`__fish_seen_subcommand_from ${command.name()}`);
      return `complete -c gridient -n ${within} ${shown} -d ${quoted(option.description)}`;
    }),
  );
  return `${[...commands, ...options].join("\n")}\n`;
}

function namesIn(command: Command): string[] {
  return command.commands.map((inner) => inner.name());
}

function optionsOf(command: Command): string[] {
  return [...command.options.flatMap(({ long }) => long ?? []), "--help"];
}

/** Returns the values of options that have only a few. */
function choicesIn(program: Command): ReadonlyMap<string, readonly string[]> {
  const options = program.commands.flatMap((command) => command.options);
  return new Map(
    options.flatMap(({ long, argChoices }) => (long && argChoices ? [[long, argChoices] as const] : [])),
  );
}

/** As fish has it: within single quotes only these two mean something. */
function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
