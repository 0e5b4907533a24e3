import type { Schema } from "../../fields/schema/schema.ts";

/** A path or a name. It follows `--` on the command line, so it is never an option. */
const WORD = {
  description: "text of 1 to 1000 characters without control characters",
  type: "string",
  pattern: String.raw`^[^\u0000-\u001f\u007f]{1,1000}$`,
} as const satisfies Schema;

/** A word with what it means. */
function word(description: string): Schema & { readonly anyOf: readonly Schema[] } {
  return { description, anyOf: [WORD] };
}

const FILES: Schema = {
  description:
    "experiment files, or folders of them, from the root of the project; all below experiments/ if absent",
  type: "array",
  items: WORD,
};
const FILE = word("an experiment file, from the root of the project");
const RESULTS = word("an experiment by its name or file, or a folder of results");
const BEFORE = word(
  "what to compare with: results, or a git revision of them, or two as main..HEAD; the baseline of the project if absent",
);

/** The arguments of a call, which fit the schema of its tool. */
export interface ToolArguments {
  readonly files?: readonly string[];
  readonly file?: string;
  readonly workers?: number;
  readonly results?: string;
  readonly before?: string;
  readonly top?: number;
  readonly trials?: boolean;
  readonly sort?: string;
  readonly margin?: number;
  readonly trial?: number;
  readonly path?: string;
  readonly where?: readonly string[];
}

/** A command as a tool. */
export interface Tool {
  /** Of the command, too. */
  readonly name: string;
  readonly inputSchema: Schema & {
    readonly type: "object";
    readonly properties: Readonly<Record<string, Schema>>;
  };
  /** Returns the options, then the words of the command line. */
  readonly optionsOf: (given: ToolArguments) => readonly string[];
  readonly wordsOf: (given: ToolArguments) => readonly string[];
  /** Whether problems of experiments come first in what it prints. */
  readonly readsSpecs: boolean;
  /** Exit codes that are answers, not errors. */
  readonly answers?: readonly number[];
}

const JSON_AND_PROBLEMS = ["--json", "--reporter", "json"] as const;
const DEFAULT_ROWS = 20;

/** The commands of the loop. No tool can give the consent that starts programs. */
export const TOOLS: readonly Tool[] = [
  {
    name: "validate",
    inputSchema: inputOf({ files: FILES }),
    optionsOf: () => ["--reporter", "json"],
    wordsOf: ({ files = [] }) => files,
    readsSpecs: true,
  },
  {
    name: "plan",
    inputSchema: inputOf({ file: FILE }, ["file"]),
    optionsOf: () => JSON_AND_PROBLEMS,
    wordsOf: ({ file = "" }) => [file],
    readsSpecs: true,
  },
  {
    name: "sweep",
    inputSchema: inputOf({
      files: FILES,
      workers: {
        description: "threads; one for each core if absent",
        type: "integer",
        minimum: 1,
        maximum: 1024,
      },
    }),
    optionsOf: ({ workers }) => [...JSON_AND_PROBLEMS, ...option("workers", workers)],
    wordsOf: ({ files = [] }) => files,
    readsSpecs: true,
  },
  {
    name: "show",
    inputSchema: inputOf(
      {
        results: RESULTS,
        top: {
          description: `rows; ${DEFAULT_ROWS} if absent`,
          type: "integer",
          minimum: 1,
          maximum: 100_000,
        },
        trials: { description: "a row for each trial instead of each setting", type: "boolean" },
        sort: word("a metric to sort by, the best first; the objective if absent"),
      },
      ["results"],
    ),
    optionsOf: ({ top = DEFAULT_ROWS, trials = false, sort }) => [
      "--json",
      ...option("top", top),
      ...(trials ? ["--trials"] : []),
      ...option("sort", sort),
    ],
    wordsOf: ({ results = "" }) => [results],
    readsSpecs: false,
  },
  {
    name: "compare",
    inputSchema: inputOf({ before: BEFORE, results: RESULTS }, ["results"]),
    optionsOf: () => ["--json"],
    wordsOf: ({ before, results = "" }) => [...(before === undefined ? [] : [before]), results],
    readsSpecs: false,
  },
  {
    name: "decide",
    inputSchema: inputOf(
      {
        before: BEFORE,
        results: RESULTS,
        margin: { description: "the smallest gain that matters", type: "number", minimum: 0 },
      },
      ["results"],
    ),
    optionsOf: ({ margin }) => ["--json", ...option("margin", margin)],
    wordsOf: ({ before, results = "" }) => [...(before === undefined ? [] : [before]), results],
    readsSpecs: false,
    answers: [0, 1, 3],
  },
  {
    name: "explain",
    inputSchema: inputOf(
      {
        file: FILE,
        trial: { description: "number of a trial", type: "integer", minimum: 0 },
        path: word("one field only, such as eta or architecture.hidden"),
        where: {
          description: "conditions on combinations, such as eta=3, instead of a trial",
          type: "array",
          items: WORD,
        },
      },
      ["file"],
    ),
    optionsOf: ({ where = [] }) => [
      ...JSON_AND_PROBLEMS,
      ...where.flatMap((condition) => option("where", condition)),
    ],
    wordsOf: ({ file = "", trial, path }) => [
      file,
      ...(trial === undefined ? [] : [String(trial)]),
      ...(path === undefined ? [] : [path]),
    ],
    readsSpecs: true,
  },
];

function inputOf(
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[] = [],
): Tool["inputSchema"] {
  return { type: "object", properties, required, additionalProperties: false };
}

/** One word, so that a value is never an option. */
function option(name: string, value: string | number | undefined): string[] {
  return value === undefined ? [] : [`--${name}=${value}`];
}
