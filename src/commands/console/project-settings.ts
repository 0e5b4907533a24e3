import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Command } from "commander";
import { GridientError } from "../../errors.ts";
import { openRegularFile } from "../../files/open-regular-file.ts";
import { projectRoot } from "../../files/project.ts";
import { isValid } from "../../fields/schema/is-valid.ts";
import { SCHEMA_ADDRESS, type Schema } from "../../fields/schema/schema.ts";
import { jsonText } from "../../text/json-text.ts";
import { nearestWord } from "../../text/nearest-word.ts";
import type { Io } from "./io.ts";

/** What package.json may hold under "gridient". The description of each is the rule that a message quotes. */
const SETTINGS = {
  out: { type: "string", pattern: ".", description: "the folder of results, from the root of the project" },
  store: { type: "string", pattern: ".", description: "the folder of records, from the root of the project" },
  workers: { type: "integer", minimum: 1, description: "a whole number of threads from 1 up" },
  baseline: { type: "string", pattern: "^[^-]", description: "a branch, tag or commit of git" },
  redis: { type: "string", pattern: "^rediss?://", description: "a URL such as redis://192.0.2.7" },
  allowPrograms: { type: "boolean", description: "true or false" },
} as const satisfies Readonly<Record<string, Schema>>;

/** The schema of these settings. */
export const SETTINGS_SCHEMA: Schema = {
  $id: `${SCHEMA_ADDRESS}project.schema.json`,
  description: 'Settings of a project for gridient, below "gridient" in package.json',
  type: "object",
  properties: SETTINGS,
  additionalProperties: false,
};

/** Settings of a project. */
export interface ProjectSettings {
  readonly out?: string;
  readonly store?: string;
  readonly workers?: number;
  /** What `diff` and `compare` compare with unless they are given a revision. */
  readonly baseline?: string;
  readonly redis?: string;
  /** Whether experiments of the project may start programs. */
  readonly allowPrograms?: boolean;
}

/** The default of --out and of --store, in each command that has them. */
const [OUT, STORE] = ["results", "results/.store"];

/**
 * Gives the options of a command that the user has left out the values of the project: its settings, and folders at its
 * root instead of below the current folder.
 * @throws {GridientError} E_USAGE if a setting is wrong.
 */
export function applyProject(command: Command, { env }: Pick<Io, "env">): void {
  const root = projectRoot();
  if (root === undefined) return;
  const settings = readSettings(root);
  const defaults: Readonly<Record<string, unknown>> = {
    [OUT]: folderIn(root, settings.out ?? OUT),
    [STORE]: storeIn(root, settings),
  };
  for (const option of command.options) {
    const name = option.attributeName();
    const source = command.getOptionValueSource(name);
    const { defaultValue } = option as { readonly defaultValue?: unknown };
    const folder = typeof defaultValue === "string" ? defaults[defaultValue] : undefined;
    if (source === "default" && folder !== undefined)
      command.setOptionValueWithSource(name, folder, "default");
    if (source !== undefined) continue;
    if (name === "workers" && settings.workers !== undefined)
      command.setOptionValueWithSource(name, settings.workers, "config");
    if (name === "allowPrograms" && settings.allowPrograms)
      command.setOptionValueWithSource(name, true, "config");
    if (name === "redis" && settings.redis !== undefined && !env["GRIDIENT_REDIS"])
      command.setOptionValueWithSource(name, settings.redis, "config");
  }
}

/**
 * Returns what a command compares that is given two words, or one and the project's baseline.
 * @throws {GridientError} E_USAGE if there is no baseline, or if a setting is wrong.
 */
export function projectBaseline(first: string, second: string | undefined): readonly [string, string] {
  if (second !== undefined) return [first, second];
  const baseline = baselineOfProject();
  if (baseline !== undefined) return [baseline, first];
  throw new GridientError("E_USAGE", `Nothing to compare ${first} with`, {
    hint: 'Name a revision before it, such as main, or write "gridient": {"baseline": "main"} into package.json',
  });
}

/** Returns the baseline of the project that the command runs in. @throws {GridientError} E_USAGE if a setting is wrong. */
export function baselineOfProject(): string | undefined {
  const root = projectRoot();
  return root === undefined ? undefined : readSettings(root).baseline;
}

/** Returns the folder of results of the project that the command runs in. */
export function projectResults(): string {
  const root = projectRoot();
  return root === undefined ? OUT : folderIn(root, readSettings(root).out ?? OUT);
}

/** Returns the folder of records of the project that the command runs in. */
export function projectStore(): string {
  const root = projectRoot();
  return root === undefined ? STORE : storeIn(root, readSettings(root));
}

function storeIn(root: string, { out = OUT, store = join(out, ".store") }: ProjectSettings): string {
  return folderIn(root, store);
}

/** Returns a path in a project as it is seen from here: what is printed must work when it is copied. */
function folderIn(root: string, path: string): string {
  return relative(".", join(root, path)) || ".";
}

function readSettings(root: string): ProjectSettings {
  const settings = settingsOf(manifestOf(join(root, "package.json")));
  if (settings === undefined) return {};
  if (!isMap(settings)) throw refusal("gridient must be a map of settings", settings);
  for (const [key, value] of Object.entries(settings)) {
    const schema: Schema | undefined = Object.hasOwn(SETTINGS, key)
      ? SETTINGS[key as keyof typeof SETTINGS]
      : undefined;
    if (!schema) throw unknownSetting(key);
    if (!isValid(schema, value)) throw refusal(`gridient.${key} must be ${schema.description}`, value);
  }
  return settings;
}

/** A manifest that npm itself could not read is no business of ours. */
function manifestOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(openRegularFile(file), "utf8"));
  } catch {
    return undefined;
  }
}

function settingsOf(manifest: unknown): unknown {
  return isMap(manifest) ? manifest["gridient"] : undefined;
}

function unknownSetting(key: string): GridientError {
  const near = nearestWord(key, Object.keys(SETTINGS));
  const hint = near === undefined ? `Allowed: ${Object.keys(SETTINGS).join(", ")}` : `Did you mean ${near}?`;
  return new GridientError("E_USAGE", `package.json: gridient has no setting ${jsonText(key)}`, { hint });
}

function refusal(rule: string, found: unknown): GridientError {
  return new GridientError("E_USAGE", `package.json: ${rule} (got ${jsonText(found)})`);
}

function isMap(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
