import { basename } from "node:path";
import { GridientError } from "../../errors.ts";
import { packageVersion } from "../../files/package-file.ts";

/** A package.json. */
interface Manifest {
  readonly name?: string;
  readonly private?: boolean;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  /** Settings of the project. */
  readonly gridient?: Readonly<Record<string, unknown>>;
}

/**
 * Returns a package.json with a script that sweeps and this package among its dependencies, in the file's own layout; the
 * same text if nothing is missing.
 * @param runsPrograms Its experiments may run programs, unless it says otherwise.
 * @throws {GridientError} E_USAGE if it is no map of JSON.
 */
export function manifestWithSweep(text: string | undefined, root: string, runsPrograms: boolean): string {
  if (text === undefined) return textOf(completed({ name: nameOf(root), private: true }, runsPrograms), "  ");
  const manifest = parsed(text);
  const { scripts = {}, gridient = {} } = manifest;
  const isAnswered = !runsPrograms || "allowPrograms" in gridient;
  if (scripts["sweep"] !== undefined && needsPackage(manifest) && isAnswered) return text;
  return textOf(completed(manifest, runsPrograms), /^[ \t]+(?=")/m.exec(text)?.[0] ?? "  ");
}

function completed(manifest: Manifest, runsPrograms: boolean): Manifest {
  const { scripts, devDependencies, gridient } = manifest;
  const own = { gridient: `^${packageVersion()}` };
  return {
    ...manifest,
    scripts: { sweep: "gridient sweep", ...scripts },
    ...(!needsPackage(manifest) && { devDependencies: { ...devDependencies, ...own } }),
    ...(runsPrograms && { gridient: { allowPrograms: true, ...gridient } }),
  };
}

function needsPackage({ name, dependencies, devDependencies }: Manifest): boolean {
  return name === "gridient" || "gridient" in { ...dependencies, ...devDependencies };
}

function parsed(text: string): Manifest {
  const content = jsonIn(text);
  if (typeof content === "object" && content !== null && !Array.isArray(content)) return content;
  throw new GridientError("E_USAGE", "package.json must be a map in JSON");
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textOf(manifest: Manifest, indent: string): string {
  return `${JSON.stringify(manifest, null, indent)}\n`;
}

/** npm allows few characters. */
function nameOf(root: string): string {
  return (
    basename(root)
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "") || "experiments"
  );
}
