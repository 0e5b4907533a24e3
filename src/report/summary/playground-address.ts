import { kindOf } from "../../configuration/kind-of.ts";
import type { Results } from "../../results/results.ts";
import { playgroundHash } from "../playground-link.ts";
import { specPath } from "./sweep-command.ts";

/** Where the playground is published: on the site of the repository that package.json names as homepage. */
export const PLAYGROUND = "https://gridient.github.io/gridient/playground/";
/** Characters of an address that every browser and code host opens. */
const MOST_CHARACTERS = 2000;
const EXTENDS = /^\s*["']?extends["']?\s*:/m;

/**
 * Returns the address that opens an experiment in the playground; undefined where it needs more than its own file: data,
 * programs, files that it extends, arguments of the command line; and where the address would be too long.
 */
export function playgroundAddress({
  experiment,
  configurations,
}: Pick<Results, "experiment" | "configurations">): string | undefined {
  const { text, set = [] } = experiment;
  if (text === undefined || set.length > 0 || EXTENDS.test(text)) return undefined;
  if (!configurations.every(({ configuration }) => kindOf(configuration).isSelfContained(configuration))) {
    return undefined;
  }
  const portable = text.replace(/^\u{FEFF}/u, "").replaceAll("\r\n", "\n"); // git may write other line breaks
  const hash = playgroundHash({ file: specPath(experiment), text: portable });
  const address = hash && `${PLAYGROUND}#${hash}`;
  return address && address.length < MOST_CHARACTERS ? address : undefined;
}
