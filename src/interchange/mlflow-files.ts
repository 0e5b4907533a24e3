/**
 * The file store of MLflow: a folder for an experiment, one in it for each run, and in that a file for each parameter, metric and tag.
 * Source: https://github.com/mlflow/mlflow/blob/master/mlflow/store/tracking/file_store.py
 * @module
 */
import { sha256Of } from "../files/sha256-of.ts";
import type { NewFile } from "../files/write-folder.ts";
import type { BoardTrial } from "../results/board.ts";
import type { StatedBoard } from "../results/reading/read-board.ts";
import { hasFinished } from "../training/record.ts";
import { clipText } from "../text/clip-text.ts";
import { jsonText } from "../text/json-text.ts";

import { aboutText } from "./about-text.ts";
import { parametersOf } from "./trial-parameters.ts";
import { distinctNames } from "./typed-column.ts";

/** What MLflow allows. */
const [MOST_NAME, MOST_VALUE] = [250, 5000];
/** Numbers of SourceType and RunStatus. */
const LOCAL = 4;
const STATUS = { finished: 3, failed: 4 } as const;

/** Returns the id of an experiment for MLflow, which is the name of its folder: digits that follow from its name. */
export function mlflowId(board: StatedBoard): string {
  return String(Number.parseInt(sha256Of(board.experiment.name).slice(0, 12), 16) + 1);
}

/** Yields the files of an experiment's folder. @param root Name of the folder around it, such as "mlruns". */
export function* mlflowFiles(board: StatedBoard, root: string): Generator<NewFile> {
  const { name, tags } = board.experiment;
  const id = mlflowId(board);
  const artifacts = `${root}/${id}`;
  const times = { creation_time: 0, last_update_time: 0 };
  yield metaFile({
    artifact_location: artifacts,
    experiment_id: id,
    lifecycle_stage: "active",
    name: clipText(name, 2 * MOST_NAME),
    ...times,
  });
  const note = aboutText(board.experiment);
  if (note !== "") yield { path: "tags/mlflow.note.content", content: valueFor(note) };
  if (tags) yield { path: "tags/gridient.tags", content: valueFor(tags.join(", ")) };
  const parameters = parametersOf(board);
  const names = fileNames(parameters.map((parameter) => parameter.name));
  for (const [place, { trials }] of board.configurations.entries()) {
    const params = parameters.flatMap(({ values }, i) => {
      const value = values[place] ?? null;
      return value === null ? [] : [{ path: `params/${names[i]!}`, content: valueFor(String(value)) }];
    });
    for (const trial of trials) {
      const run = sha256Of(`${name}\n${trial.trial.id}`).slice(0, 32);
      const files = [
        runFile(trial, { run, id, artifacts }),
        ...params,
        ...metricFiles(trial),
        ...tagFiles(trial),
      ];
      for (const { path, content } of files) yield { path: `${run}/${path}`, content };
    }
  }
}

function runFile(
  trial: BoardTrial,
  { run, id, artifacts }: { run: string; id: string; artifacts: string },
): NewFile {
  return metaFile({
    artifact_uri: `${artifacts}/${run}/artifacts`,
    end_time: 0,
    entry_point_name: "",
    experiment_id: id,
    lifecycle_stage: "active",
    run_id: run,
    run_name: runName(trial),
    run_uuid: run,
    source_name: "",
    source_type: LOCAL,
    source_version: "",
    start_time: 0,
    status: hasFinished(trial.record) ? STATUS.finished : STATUS.failed,
    tags: [],
    user_id: "gridient",
  });
}

function metaFile(fields: Readonly<Record<string, string | number | readonly []>>): NewFile {
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${jsonText(value)}\n`);
  return { path: "meta.yaml", content: lines.join("") };
}

function metricFiles({ record }: BoardTrial): NewFile[] {
  const metrics = Object.entries(record?.metrics ?? {});
  const names = fileNames(metrics.map(([metric]) => metric));
  return metrics.flatMap(([, series], i) => {
    const lines = series.map((value, epoch) => (value === null ? "" : `0 ${value} ${epoch}\n`)).join("");
    return lines === "" ? [] : [{ path: `metrics/${names[i]!}`, content: lines }]; // MLflow refuses an empty file
  });
}

function tagFiles(trial: BoardTrial): NewFile[] {
  const {
    trial: { id, index, configurationIndex, fold, replicate },
    status,
  } = trial;
  const tags = {
    "mlflow.runName": runName(trial),
    "gridient.trial": index,
    "gridient.id": id,
    "gridient.configuration": configurationIndex,
    ...(fold !== undefined && { "gridient.fold": fold }),
    "gridient.replicate": replicate,
    "gridient.status": status,
  };
  return Object.entries(tags).map(([tag, value]) => ({
    path: `tags/${tag}`,
    content: valueFor(String(value)),
  }));
}

function runName({ trial }: BoardTrial): string {
  return `trial ${trial.index}`;
}

/** Returns names as MLflow allows them, each that of a file: letters, digits, and `_-. `. */
function fileNames(names: readonly string[]): string[] {
  return distinctNames(
    names.map(
      (name) => name.replaceAll(/[^A-Za-z0-9_\-. ]|^[. ]|[. ]$/g, "_").slice(0, MOST_NAME - 10) || "_",
    ),
  );
}

function valueFor(text: string): string {
  return clipText(text, MOST_VALUE);
}
