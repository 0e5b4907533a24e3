import type { ProgramConfiguration } from "../../fields/configuration.ts";
import { shellWord } from "../../text/shell-word.ts";
import { valueText } from "../value-text.ts";
import type { ResultKind } from "./result-kind.ts";

/** Nothing is given to a program: all of its settings compete. */
export const program: ResultKind<ProgramConfiguration> = {
  mayDiffer: true,
  pictures: [],
  givenTo: () => ({}),
  isGiven: () => false,
  givenText: startText,
  trialText: (configuration, replicate) => {
    const parameters = Object.entries(configuration.parameters).map(
      ([name, value]) => `${name} ${valueText(value)}`,
    );
    return [startText(configuration), ...parameters, `replicate ${replicate}`].join(", ");
  },
};

function startText({ command, module }: ProgramConfiguration): string {
  return command.length > 0 ? command.map(shellWord).join(" ") : module;
}
