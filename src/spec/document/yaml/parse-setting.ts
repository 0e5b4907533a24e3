import { MAX_DEPTH, parseYaml } from "./parse-yaml.ts";
import type { Problem } from "../../problem.ts";
import { errorAt, sourceText, type Place } from "../../source-text.ts";
import type { SpecNode } from "../../spec-node.ts";
import { statement } from "../../../statement.ts";

/** An option of the command line that takes `path=value`; places in its argument name it as their file. */
export type SettingOption = "--set" | "--where";

/** The parts of an argument `path=value`. */
export interface Setting {
  readonly path: string;
  readonly pathPlace: Place;
  readonly value: SpecNode;
}

/** Returns the parts of an argument `path=value` of the command line, whose value is YAML, or what is wrong with it. */
export function parseSetting(
  argument: string,
  option: SettingOption,
): { setting: Setting | undefined; problems: Problem[] } {
  const source = sourceText(argument, option);
  const equals = argument.indexOf("=");
  const written = argument.slice(equals + 1);
  if (equals < 1 || written.trim() === "") {
    const place = { source, start: 0, end: argument.length };
    const rule = { subject: option, verb: "must have", allowed: "the form path=value" };
    const found = JSON.stringify(argument);
    const wrong = statement("bad-setting", { ...rule, found }, "Write for example eta=0.3");
    return { setting: undefined, problems: [errorAt(place, wrong)] };
  }
  const parts = argument.slice(0, equals).split(".").length;
  if (parts > MAX_DEPTH) {
    const rule = { subject: `The path of ${option}`, verb: "must have", found: parts };
    const tooLong = statement("too-large", { ...rule, allowed: `at most ${MAX_DEPTH} parts` });
    return { setting: undefined, problems: [errorAt({ source, start: 0, end: equals }, tooLong)] };
  }
  // Spaces keep every place of the value where it is in the argument.
  const { root: value, problems } = parseYaml(" ".repeat(equals + 1) + written, option, argument);
  if (!value) return { setting: undefined, problems };
  const pathPlace = { source, start: 0, end: equals };
  return { setting: { path: argument.slice(0, equals), pathPlace, value }, problems };
}
