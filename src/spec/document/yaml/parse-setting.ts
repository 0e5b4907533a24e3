import { MAX_DEPTH, parseYaml } from "./parse-yaml.ts";
import type { Problem } from "../../problem.ts";
import { errorAt, sourceText, type Place } from "../../source-text.ts";
import type { SpecNode } from "../../spec-node.ts";

/** An option of the command line that takes `path=value`; places in its argument name it as their file. */
export type SettingOption = "--set" | "--where";

/** What an argument `path=value` says. */
export interface Setting {
  readonly path: string;
  readonly pathPlace: Place;
  readonly value: SpecNode;
}

/** Returns what an argument `path=value` of the command line says, its value in YAML's syntax, or what is wrong with it. */
export function parseSetting(
  argument: string,
  option: SettingOption,
): { setting: Setting | undefined; problems: Problem[] } {
  const source = sourceText(argument, option);
  const equals = argument.indexOf("=");
  const written = argument.slice(equals + 1);
  if (equals < 1 || written.trim() === "") {
    const message = `Cannot read ${option} as its argument must be path=value: ${JSON.stringify(argument)}`;
    const place = { source, start: 0, end: argument.length };
    return {
      setting: undefined,
      problems: [errorAt(place, { code: "bad-setting", message, hint: "Write for example eta=0.3" })],
    };
  }
  if (argument.slice(0, equals).split(".").length > MAX_DEPTH) {
    const message = `Cannot read ${option} as its path may have at most ${MAX_DEPTH} parts: more found`;
    return {
      setting: undefined,
      problems: [errorAt({ source, start: 0, end: equals }, { code: "too-large", message })],
    };
  }
  // Spaces keep every place of the value where it is in the argument.
  const { root: value, problems } = parseYaml(" ".repeat(equals + 1) + written, option, argument);
  if (!value) return { setting: undefined, problems };
  const pathPlace = { source, start: 0, end: equals };
  return { setting: { path: argument.slice(0, equals), pathPlace, value }, problems };
}
