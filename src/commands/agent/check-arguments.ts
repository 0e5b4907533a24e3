import { resolve } from "node:path";
import { GridientError } from "../../errors.ts";
import { describeSchema } from "../../fields/schema/describe-schema.ts";
import { isValid } from "../../fields/schema/is-valid.ts";
import { isInside } from "../../files/is-inside.ts";
import { realPath } from "../../files/real-path.ts";
import { messageOf } from "../../statement.ts";
import { jsonText } from "../../text/json-text.ts";
import { clipText } from "../../text/clip-text.ts";
import { nearestWord } from "../../text/nearest-word.ts";
import { projectResults } from "../console/project-settings.ts";
import type { Tool, ToolArguments } from "./tools.ts";

/**
 * Returns the arguments of a call.
 * @throws {GridientError} E_USAGE if they do not fit the schema of the tool, or if one names something outside the project.
 */
export function checkArguments(given: object, { inputSchema, name }: Tool, root: string): ToolArguments {
  const { properties, required = [] } = inputSchema;
  for (const key of Object.keys(given)) {
    if (Object.hasOwn(properties, key)) continue;
    const keys = Object.keys(properties);
    const nearest = nearestWord(key, keys);
    const unknown = { unknown: "argument", found: quoted(key), where: ` of ${name}` };
    throw refusal(messageOf(unknown), nearest ? `Write ${nearest}` : `Use one of ${keys.join(", ")}`);
  }
  for (const key of required)
    if (!Object.hasOwn(given, key)) throw refusal(`${name} must have the argument ${key}`);
  for (const [key, value] of Object.entries(given)) {
    const schema = properties[key]!;
    if (isValid(schema, value)) continue;
    throw refusal(messageOf({ subject: key, allowed: describeSchema(schema), found: quoted(value) }));
  }
  const checked = given as ToolArguments; // the schema says so
  requireProject(checked, root);
  return checked;
}

/** Results are looked for in the folder of results, too. */
function requireProject({ files = [], file, results, before }: ToolArguments, root: string): void {
  const out = projectResults();
  const [specs, places] = [
    [...files, file],
    [results, before],
  ].map((words) => words.filter((word) => word !== undefined));
  const isOurs = (path: string) => [root, out].some((folder) => isInside(realPath(path), realPath(folder)));
  const outside = [
    ...specs!.filter((word) => !isOurs(resolve(word))),
    ...places!.filter((word) => !isOurs(resolve(word)) || !isOurs(resolve(out, word))),
  ];
  if (outside.length === 0) return;
  const broken = { subject: "Paths", allowed: "inside the project", found: quoted(outside[0]) };
  throw refusal(messageOf(broken), "Write the path from the root of the project: experiments/NAME.yaml");
}

function quoted(value: unknown): string {
  return clipText(jsonText(value), 200);
}

function refusal(message: string, hint?: string): GridientError {
  return new GridientError("E_USAGE", message, hint === undefined ? {} : { hint });
}
