import { OpenedFiles } from "../data/opened-files.ts";
import { GridientError } from "../errors.ts";
import { isProgram } from "../configuration/program-folder.ts";
import type { LiveStatus } from "../live/live-status.ts";
import { encodeModel } from "../model/encode-model.ts";
import type { ModelFormat } from "../model/model.ts";
import type { RecentData } from "../pipeline/data/recent-data.ts";
import { chooseTrial, exportModel } from "../pipeline/models/export-model.ts";
import { LiveFeed } from "../pipeline/progress/live-feed.ts";
import { runnerTrainer, trialsOf } from "../pipeline/threads/runner-trainer.ts";
import type { TrainingRunner } from "../pipeline/threads/train-here.ts";
import type { SweepMeans } from "../pipeline/train-planned.ts";
import { trainSweep, type TrainedExperiment } from "../pipeline/train-sweep.ts";
import type { PageData } from "../report/page/page-data.ts";
import type { PageAssets } from "../report/page/page-assets.ts";
import type { Experiment } from "../spec/experiment.ts";
import { SpecError } from "../spec/spec-error.ts";
import { checkSpec, readSpec } from "./check-spec.ts";
import { droppedFiles } from "./dropped-files.ts";
import type { Checked, Files, ModelFile, SpecText, Swept } from "./messages.ts";
import { drawResults, resultsFiles, zipFiles, type DrawnResults } from "./results-files.ts";
import type { ShelfRecords } from "./shelf-records.ts";

/** What a browser has for a playground. */
export interface PlaygroundParts {
  readonly records: ShelfRecords;
  /** Returns what trains in so many workers. */
  readonly takeRunner: (width: number) => TrainingRunner;
  /** The scripts of report.html. */
  readonly assets: PageAssets;
  /** The data set that was used last. */
  readonly recent: RecentData;
  /** Reads a clock, in milliseconds. */
  readonly now: () => number;
}

/** How a sweep trains, and who follows it. */
export interface PlaygroundSweep {
  readonly workers: number;
  readonly onStatus?: (status: LiveStatus) => void;
}

/** The last sweep that ended. */
interface Ended {
  readonly spec: SpecText;
  readonly experiment: Experiment;
  readonly drawn: DrawnResults;
}

/** Between two looks at a sweep. */
const STATUS_MS = 500;

/** Experiments without a disk: checks, plans, trains and reports them by the functions of the command line. */
export class Playground {
  readonly #parts: PlaygroundParts;
  readonly #opened = new OpenedFiles();
  #files: Files = new Map();
  #feed: LiveFeed | undefined;
  #ended: Ended | undefined;
  #isBusy = false;

  constructor(parts: PlaygroundParts) {
    this.#parts = parts;
  }

  /** Replaces the user's files. */
  setFiles(files: Files): void {
    this.#files = files;
  }

  check(spec: SpecText, workers: number): Promise<Checked> {
    const place = { files: this.#files, opened: this.#opened };
    return checkSpec(spec, { ...place, records: this.#parts.records, workers });
  }

  /**
   * Trains what has no record yet, one experiment at a time.
   * @throws {SpecError} If the spec has errors. @throws {GridientError} E_USAGE while another sweep trains; E_PROGRAM; E_DATA; E_MEMORY.
   */
  async sweep(spec: SpecText, options: PlaygroundSweep): Promise<Swept> {
    if (this.#isBusy) throw new GridientError("E_USAGE", "Another sweep trains: stop it first");
    this.#isBusy = true;
    try {
      return await this.#sweep(spec, options);
    } finally {
      this.#isBusy = false;
    }
  }

  /** Ends the sweep; its finished trials keep their records. */
  stop(): void {
    this.#feed?.stop();
  }

  /** Ends the training of one trial. */
  stopTrial(index: number): void {
    this.#feed?.stopTrial(index);
  }

  /** Returns the results of the trials that have ended; undefined before the first plan. */
  resultsSoFar(): PageData | undefined {
    return this.#feed?.results();
  }

  /** Returns the folder of results of the last sweep, as the command line writes it. @throws {GridientError} E_USAGE if there is none. */
  results(): Files {
    return resultsFiles(this.#last().drawn, this.#parts.assets);
  }

  /** Returns the best model of the last sweep. @throws {GridientError} E_USAGE if it has none. */
  async model(format: ModelFormat): Promise<ModelFile> {
    const { experiment } = this.#last();
    const controller = new AbortController();
    const means = this.#means(experiment, 1);
    const choose: Parameters<typeof exportModel>[1]["choose"] = (...found) => chooseTrial("best", ...found);
    const model = await exportModel(experiment, { ...means, signal: controller.signal, choose });
    return { name: `model.${format}`, bytes: encodeModel(model!, format) }; // undefined only where it was stopped
  }

  /** Returns the spec, the user's files and the results of the last sweep as one archive. @throws {GridientError} E_USAGE if there is none. */
  zip(): Uint8Array {
    const { spec, experiment } = this.#last();
    const results = [...this.results()].map(
      ([path, bytes]) => [`results/${experiment.name}/${path}`, bytes] as const,
    );
    return zipFiles(spec, new Map([...this.#files, ...results]));
  }

  async #sweep(spec: SpecText, { workers, onStatus }: PlaygroundSweep): Promise<Swept> {
    const { experiment, problems } = await readSpec(spec, { files: this.#files, opened: this.#opened });
    if (!experiment) throw new SpecError(problems);
    if (isProgram(experiment.base))
      throw new GridientError("E_PROGRAM", "A browser runs no programs: train this experiment with gridient");
    const controller = new AbortController();
    const feed = new LiveFeed(this.#parts.now);
    this.#feed = feed;
    this.#ended = undefined;
    feed.onStop(() => controller.abort());
    const timer = setInterval(() => onStatus?.(feed.status()), STATUS_MS);
    try {
      const means = this.#means(experiment, experiment.run.workers ?? workers);
      const trained = await trainSweep(experiment, { ...means, signal: controller.signal, listener: feed });
      const drawn = drawResults(trained.results);
      this.#ended = { spec, experiment, drawn };
      return sweptOf(trained, drawn, feed.status());
    } finally {
      clearInterval(timer);
      onStatus?.(feed.status());
    }
  }

  #means({ sweep: { folder } }: Experiment, workers: number): SweepMeans {
    const { records, recent, takeRunner } = this.#parts;
    const load = { dataDir: undefined, cacheDir: "", findPinned: droppedFiles(folder.system) };
    const start = runnerTrainer(({ jobs }) => Promise.resolve(takeRunner(Math.min(workers, trialsOf(jobs)))));
    return { load, records, recent, trainerOf: () => start };
  }

  #last(): Ended {
    if (this.#ended) return this.#ended;
    throw new GridientError("E_USAGE", "No sweep has ended yet: run one first");
  }
}

function sweptOf(
  { results, cancelled, plan, confirming }: TrainedExperiment,
  { page }: DrawnResults,
  { done, failed }: LiveStatus,
): Swept {
  const trials = plan.trials.length + (confirming?.plan.trials.length ?? 0);
  return { page, complete: results.complete, cancelled, trials, ended: done - failed, failed };
}
