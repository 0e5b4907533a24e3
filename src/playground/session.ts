import type { LiveStatus } from "../live/live-status.ts";
import type { ModelFormat } from "../model/model.ts";
import type { PageData } from "../report/page/page-data.ts";
import type {
  Calls,
  Checked,
  Files,
  LivePortrait,
  Message,
  ModelFile,
  SessionFailure,
  SpecText,
  Swept,
} from "./messages.ts";

/** How a sweep trains, and who follows it. */
export interface SessionSweep {
  /** Workers that train; absent = one for each core. */
  readonly workers?: number;
  /** Called twice a second, and at the end. */
  readonly onStatus?: (status: LiveStatus) => void;
  /** Called now and then with what a network answers, where its data have two features, or one. */
  readonly onPortrait?: (portrait: LivePortrait) => void;
}

/** A session cannot do what it was asked. */
export class SessionError extends Error {
  readonly code: SessionFailure["code"];
  readonly hint: string | undefined;

  constructor({ code, message, hint }: SessionFailure) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

/** An experiment without a disk, in a worker of its own. */
export interface Session {
  /** Kept when everything has been fetched that is needed later. */
  readonly ready: Promise<void>;
  /** Replaces the user's files. */
  setFiles(files: Files): void;
  /** Returns what is wrong with a spec, or what it would train; undefined where a later call has come meanwhile. */
  check(spec: SpecText): Promise<Checked | undefined>;
  /** Trains what has no record yet, one experiment at a time. @throws {SessionError} */
  sweep(spec: SpecText, options?: SessionSweep): Promise<Swept>;
  /** Ends the sweep; its finished trials keep their records. */
  stop(): void;
  /** Ends the training of one trial. */
  stopTrial(index: number): void;
  /** Returns the results of the trials that have ended; undefined before the first plan. */
  resultsSoFar(): Promise<PageData | undefined>;
  /** Returns the folder of results of the last sweep, as the command line writes it. @throws {SessionError} If there is none. */
  results(): Promise<Files>;
  /** Returns the best model of the last sweep. @throws {SessionError} If there is none. */
  model(format: ModelFormat): Promise<ModelFile>;
  /** Returns the spec, the user's files and the results of the last sweep as one archive. @throws {SessionError} If there is none. */
  zip(): Promise<Uint8Array>;
  /** Removes all records. */
  forget(): Promise<void>;
  close(): void;
}

/** A question that has not been answered. */
interface Open {
  readonly resolve: (answer: Calls[keyof Calls]["answer"]) => void;
  readonly reject: (error: Error) => void;
}

/** Returns the session that runs in a worker. @param worker Made from `session.js`. */
export function openSession(worker: Worker): Session {
  const open = new Map<number, Open>();
  let last = 0;
  let listening: SessionSweep | undefined; // of the sweep that trains
  worker.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if (data.kind === "status") return listening?.onStatus?.(data.status);
    if (data.kind === "portrait") return listening?.onPortrait?.(data.portrait);
    const asked = open.get(data.id);
    open.delete(data.id);
    if (data.kind === "answer") asked?.resolve(data.answer);
    else asked?.reject(new SessionError(data.failure));
  });
  const failAll = (message: string): void => {
    for (const { reject } of open.values()) reject(new SessionError({ code: "failed", message }));
    open.clear();
  };
  worker.addEventListener("error", ({ message }) => failAll(message || "session.js cannot be loaded"));
  const ask = <Name extends keyof Calls>(
    call: Name,
    question: Calls[Name]["ask"],
  ): Promise<Calls[Name]["answer"]> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      open.set(id, { resolve, reject });
      worker.postMessage({ id, call, ask: question });
    });
  return {
    ready: ask("ready", undefined),
    setFiles: (files) => void ask("setFiles", files),
    check: (spec) => ask("check", spec),
    sweep(spec, { workers = navigator.hardwareConcurrency, ...listeners } = {}) {
      const sweeping = ask("sweep", { spec, workers });
      if (listening) return sweeping; // another one trains: this one is refused
      listening = listeners;
      return sweeping.finally(() => (listening = undefined));
    },
    stop: () => void ask("stop", undefined),
    stopTrial: (index) => void ask("stopTrial", index),
    resultsSoFar: () => ask("resultsSoFar", undefined),
    results: () => ask("results", undefined),
    model: (format) => ask("model", format),
    zip: () => ask("zip", undefined),
    forget: () => ask("forget", undefined),
    close() {
      worker.terminate();
      failAll("The session was closed");
    },
  };
}
