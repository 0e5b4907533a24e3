import { recipeDigest } from "../../data/recipe-digest.ts";
import type { DataFolder, PrintedVersion } from "../../data/source.ts";
import { programFiles, programFolder } from "../../configuration/program-folder.ts";
import type { ProgramConfiguration } from "../../fields/configuration.ts";
import type { FieldValue } from "../../fields/tables/field.ts";
import type { FileDigest } from "../../files/digest-files.ts";
import { joinPath } from "../../text/paths.ts";
import type { Rates } from "../rates.ts";
import type { TrialKind } from "./trial-kind.ts";

/** What takes a second: programs are shared out among machines as if each of their epochs did. */
const SECOND_OF_BATCHES = 12_500_000;

export const program: TrialKind<ProgramConfiguration> = {
  /** A program reads its own data: what is known of them are the bytes of its files. */
  dataOf: (configuration, folder) => ({
    facts: {
      features: 0,
      target: { kind: "numbers", count: 1 },
      sizes: { train: 0, validation: 0, test: 0 },
    },
    dataDigest: identityOf(digestsOf(configuration, folder), folder.versions),
  }),
  dataKey: (configuration) => JSON.stringify([configuration.folder, ...programFiles(configuration)]),
  foldsOf: () => [],
  withParts: (configuration, share) => ({
    ...configuration,
    command: share(configuration.command),
    files: share(configuration.files),
  }),
  filesOf: (configuration, folder) =>
    digestsOf(configuration, folder).map(([file, digest]) => [joinPath(configuration.folder, file), digest]),
  hasKnownWork: false,
  workOf: ({ epochs }) => ({
    sparse: 0,
    dense: 0,
    activations: 0,
    examples: 0,
    batches: epochs * SECOND_OF_BATCHES,
    fetches: 0,
    parameters: 0,
    epochs,
  }),
  workKey: () => undefined,
  fieldsOf(configuration) {
    const { parameters, kind: _, ...others } = configuration;
    const own = Object.entries(parameters).map(([name, value]): [string, FieldValue] => {
      return [`parameters.${name}`, value];
    });
    return new Map<string, FieldValue>([...Object.entries(others), ...own]);
  },
  statedOf: (configuration, { folder, metrics, replicates }) => ({
    ...configuration,
    folder: folder === undefined ? configuration.folder : programFolder(configuration, folder),
    replicates,
    metrics,
  }),
};

/** Digests of what was seen before: files are looked at before and after each trial, and are nearly always the same. */
const known = new Map<string, string>();

function identityOf(files: readonly FileDigest[], versions: DataFolder["versions"]): string {
  const seen = JSON.stringify([files, versions]);
  const digest =
    known.get(seen) ??
    recipeDigest({ generator: "program", files, ...(versions && { versions: versions.map(versionEntry) }) });
  known.set(seen, digest);
  return digest;
}

function digestsOf(configuration: ProgramConfiguration, from: DataFolder): FileDigest[] {
  const { path, revision, system } = from;
  const folder = programFolder(configuration, path);
  const files = programFiles(configuration);
  return revision === undefined
    ? system.digestFiles(folder, files, boundaryAround(from))
    : system.digestFilesAt(folder, files, revision);
}

/** The boundaries of folders that are in use: each trial looks at its files twice. */
const boundaries = new WeakMap<DataFolder, string>();

function boundaryAround(folder: DataFolder): string {
  const boundary = boundaries.get(folder) ?? folder.system.boundaryOf(folder.path);
  boundaries.set(folder, boundary);
  return boundary;
}

/** What a command has not printed yet is null: a trial with a known version has another id. */
function versionEntry({ command, output }: PrintedVersion): object {
  return { command, output: output ?? null };
}

/** Returns the rates of a machine on which an epoch of a program takes so many seconds. */
export function ratesOfProgram(rates: Rates, secondsPerEpoch: number): Rates {
  return { ...rates, work: { ...rates.work, batches: secondsPerEpoch / SECOND_OF_BATCHES, epochs: 0 } };
}
