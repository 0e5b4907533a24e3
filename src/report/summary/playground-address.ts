import { Document, isMap, isScalar, parseDocument, visit } from "yaml";
import { kindOf } from "../../configuration/kind-of.ts";
import type { Results } from "../../results/results.ts";
import { playgroundHash } from "../playground-link.ts";
import { specPath } from "./sweep-command.ts";

/** Where the playground is published: on the site of the repository that package.json names as homepage. */
export const PLAYGROUND = "https://gridient.github.io/gridient/playground/";
/** Characters of an address that every browser and code host opens. */
const MOST_CHARACTERS = 2000;

/**
 * Returns the address that opens an experiment in the playground; undefined where it needs more than its own file: data,
 * programs, files that it extends, arguments of the command line; and where the address would be too long.
 */
export function playgroundAddress({
  experiment,
  configurations,
}: Pick<Results, "experiment" | "configurations">): string | undefined {
  const { text, set = [] } = experiment;
  if (text === undefined || set.length > 0) return undefined;
  if (!configurations.every(({ configuration }) => kindOf(configuration).isSelfContained(configuration))) {
    return undefined;
  }
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents) || document.has("extends")) return undefined;
  const hash = playgroundHash({ file: specPath(experiment), text: plainText(document.toJS()) });
  const address = hash && `${PLAYGROUND}#${hash}`;
  return address && address.length < MOST_CHARACTERS ? address : undefined;
}

/** Returns fields as YAML that depends on nothing else: a comment or another layout changes no committed summary. */
function plainText(fields: unknown): string {
  const document = new Document(fields, { aliasDuplicateObjects: false });
  visit(document, { Seq: (_, list) => void (list.flow = list.items.every(isScalar)) });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
