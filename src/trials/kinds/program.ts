import { posix } from "node:path";
import { recipeDigest } from "../../data/recipe-digest.ts";
import { programFiles, programFolder } from "../../configuration/program-folder.ts";
import type { ProgramConfiguration } from "../../fields/configuration.ts";
import type { FieldValue } from "../../fields/tables/field.ts";
import { digestFiles, type FileDigest } from "../../files/digest-files.ts";
import { boundaryOf } from "../../files/project.ts";
import type { TrialKind } from "./trial-kind.ts";

/** What takes a second: programs are shared out among machines as if each of their epochs did. */
const SECOND_OF_BATCHES = 12_500_000;

export const program: TrialKind<ProgramConfiguration> = {
  /** A program reads its own data: what is known of them are the bytes of its files. */
  dataOf: (configuration, { path }) => ({
    facts: {
      features: 0,
      target: { kind: "numbers", count: 1 },
      sizes: { train: 0, validation: 0, test: 0 },
    },
    dataDigest: recipeDigest({
      generator: "program",
      files: digestsOf(configuration, path),
    }),
  }),
  dataKey: (configuration) => JSON.stringify([configuration.folder, ...programFiles(configuration)]),
  foldsOf: () => [],
  withParts: (configuration, share) => ({
    ...configuration,
    command: share(configuration.command),
    files: share(configuration.files),
  }),
  filesOf: (configuration, { path }) =>
    digestsOf(configuration, path).map(([file, digest]) => [posix.join(configuration.folder, file), digest]),
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

function digestsOf(configuration: ProgramConfiguration, path: string): FileDigest[] {
  const folder = programFolder(configuration, path);
  return digestFiles(folder, programFiles(configuration), boundaryOf(path));
}
