import { GridientError } from "../../errors.ts";
import type { Problem } from "../../spec/problem.ts";
import { renderProblem } from "../../spec/render-problem.ts";
import { jsonText } from "../../text/json-text.ts";
import { errorText } from "../console/error-text.ts";
import { BAD_INPUT, type Io, type Output } from "../console/io.ts";
import { closingLine } from "../console/report-problems.ts";
import { checkArguments } from "./check-arguments.ts";
import { SweepOutput, type Printed, type Progress } from "./sweep-output.ts";
import type { Tool } from "./tools.ts";

/** Runs a command line; returns its exit code. */
export type RunCommand = (argv: readonly string[], io: Io) => Promise<number>;

/** The answer of a tool: data, and the same as text. */
export interface Answer {
  readonly [key: string]: unknown;
  readonly content: { readonly type: "text"; readonly text: string }[];
  readonly structuredContent: Record<string, unknown>;
  readonly isError?: true;
}

/** Surroundings of all calls. */
export interface CallsOptions {
  /** Of the project. */
  readonly root: string;
  readonly run: RunCommand;
  /** The user's consent to start programs, given on the command line. */
  readonly allowPrograms: boolean;
  readonly io: Io;
}

/** The calls of one client. Each runs the command line of its tool; sweeps take turns, as each uses all cores. */
export class ToolCalls {
  readonly #options: CallsOptions;
  readonly #end = new AbortController();
  readonly #running = new Set<Promise<unknown>>();
  #lastSweep: Promise<unknown> = Promise.resolve();

  constructor(options: CallsOptions) {
    this.#options = options;
  }

  /** Calls a tool. @param cancelled Of this call. */
  async call(
    tool: Tool,
    given: object,
    cancelled: AbortSignal,
    onProgress: (progress: Progress) => void,
  ): Promise<Answer> {
    const signal = AbortSignal.any([cancelled, this.#end.signal]);
    const answer = this.#answer(tool, given, signal, onProgress);
    const settled = answer.catch(() => {});
    this.#running.add(settled);
    try {
      return await answer;
    } finally {
      this.#running.delete(settled);
    }
  }

  /** Stops all calls, and returns when they have ended. */
  async stop(): Promise<void> {
    this.#end.abort();
    await Promise.all(this.#running);
  }

  async #answer(
    tool: Tool,
    given: object,
    signal: AbortSignal,
    onProgress: (progress: Progress) => void,
  ): Promise<Answer> {
    try {
      const checked = checkArguments(given, tool, this.#options.root);
      const consent = tool.name === "sweep" && this.#options.allowPrograms ? ["--allow-programs"] : [];
      const argv = [tool.name, ...tool.optionsOf(checked), ...consent, "--", ...tool.wordsOf(checked)];
      if (tool.name !== "sweep") return await this.#run(tool, argv, signal, new TextOutput());
      const turn = this.#lastSweep.then(() => this.#run(tool, argv, signal, new SweepOutput(onProgress)));
      this.#lastSweep = turn.catch(() => {});
      return await turn;
    } catch (error) {
      if (!(error instanceof GridientError)) throw error;
      return errorAnswer(errorText(error), { exitCode: BAD_INPUT });
    }
  }

  async #run(tool: Tool, argv: readonly string[], signal: AbortSignal, stdout: Readable): Promise<Answer> {
    const stderr = new TextOutput();
    const { run, io } = this.#options;
    const exitCode = await run(argv, {
      stdout,
      stderr,
      env: { ...io.env, NO_COLOR: "1", GITHUB_ACTIONS: "" },
      now: io.now,
      onInterrupt: (listener) => listen(signal, listener),
    });
    const { problems, data } = stdout.read(tool.readsSpecs);
    const structured = { exitCode, ...(tool.readsSpecs && { problems }), ...data };
    const isAnswer = (tool.answers ?? [0]).includes(exitCode);
    if (isAnswer)
      return { content: [{ type: "text", text: jsonText(structured) }], structuredContent: structured };
    const refused = exitCode === BAD_INPUT && problems.length > 0 ? [closingLine(problems)] : [];
    const texts = [stderr.text.trim(), ...problems.map((problem) => renderProblem(problem)), ...refused];
    return errorAnswer(texts.filter((text) => text !== "").join("\n\n"), structured);
  }
}

function listen(signal: AbortSignal, listener: () => void): () => void {
  if (signal.aborted) listener();
  else signal.addEventListener("abort", listener);
  return () => signal.removeEventListener("abort", listener);
}

function errorAnswer(text: string, structured: Record<string, unknown>): Answer {
  return { content: [{ type: "text", text }], structuredContent: structured, isError: true };
}

/** An output whose text can be read as data. */
interface Readable extends Output {
  read(problemsFirst: boolean): Printed;
}

/** Keeps the text that a command prints. */
class TextOutput implements Readable {
  text = "";

  write(text: string): void {
    this.text += text;
  }

  /** @param problemsFirst Whether the first line is the list of problems. */
  read(problemsFirst: boolean): Printed {
    const end = problemsFirst ? this.text.indexOf("\n") + 1 : 0;
    const [first, rest] = [this.text.slice(0, end), this.text.slice(end)];
    return {
      problems: first === "" ? [] : (JSON.parse(first) as Problem[]),
      data: rest.trim() === "" ? {} : (JSON.parse(rest) as object),
    };
  }
}
