import type { ErrorCode } from "../../../src/errors.ts";

/** Exit codes of every command. */
export const EXIT_CODES: Readonly<Record<number, string>> = {
  0: "done",
  1: "trials failed, an expectation does not hold, a check found a difference, or the system refused something (a full disk, no memory)",
  2: "bad input: nothing has been trained or changed",
  3: "`decide` could not decide",
  129: "interrupted by SIGHUP",
  130: "interrupted by Ctrl-C (SIGINT)",
  143: "interrupted by SIGTERM",
};

/** Codes of `GridientError`; the compiler holds this to be all of them. */
const ERROR_CODES: Readonly<Record<ErrorCode, string>> = {
  E_SPEC: "the experiment has problems; a `SpecError` lists them in `problems`",
  E_USAGE: "the command line names something that does not exist",
  E_DATA: "a data set is missing, damaged or cannot be downloaded",
  E_MEMORY: "data and network do not fit into the memory of WebAssembly",
  E_KERNEL: "a kernel was called with sizes that do not fit",
  E_STORE: "a record or a results folder cannot be read or written",
  E_FLEET: "the queue of a fleet cannot be reached, or a worker refuses",
  E_SYSTEM: "the system gives no memory or no thread",
  E_WORKER: "a worker thread died",
  E_PROGRAM: "a program of the user failed, or was not allowed to run",
  E_TIMEOUT: "a trial ran longer than `run.timeout`",
  E_CANCELLED: "the run was stopped",
  E_UNEXPECTED: "anything else, which is a bug",
};

/** Returns docs/reference/exit-codes.md. */
export function exitCodesPage(): string {
  const exits = Object.entries(EXIT_CODES).map(([code, what]) => `| ${code} | ${what} |`);
  const errors = Object.entries(ERROR_CODES).map(([code, what]) => `| \`${code}\` | ${what} |`);
  return `# Exit codes

| exit code | meaning |
| --- | --- |
${exits.join("\n")}

\`compare\` and \`diff\` exit with 0 whether or not they find differences. \`decide\` exits with 0 to keep a change, and with 1 to discard it.

With \`--reporter json\`, problems are one JSON array in the first line of stdout, and expectations that do not hold one in the last line. In a GitHub
workflow, both also become annotations. [Problem codes](problem-codes.md) lists the codes of problems.

## Error codes

A \`GridientError\` of the [library](../how-to/use-it-from-typescript.md) has a \`code\`, and often a \`hint\`.

| code | meaning |
| --- | --- |
${errors.join("\n")}
`;
}
