import type { BoardTrial } from "../../results/board.ts";
import type { StatedBoard } from "../../results/reading/read-board.ts";
import { hasFinished, lastEpoch } from "../../training/record.ts";
import { visibleText } from "../../text/visible-text.ts";
import type { NewFile } from "../../files/write-folder.ts";
import { aboutText } from "../about-text.ts";
import { parametersOf } from "../trial-parameters.ts";
import type { TypedColumn } from "../typed-column.ts";
import { eventFile, type SummaryEvent } from "./event-file.ts";
import { experimentValue, sessionEndValue, sessionStartValue } from "./hparams.ts";

/** TensorBoard reads files whose name contains "tfevents". */
const FILE = "events.out.tfevents.0.gridient";

/**
 * Yields the files of a log folder for TensorBoard: hyperparameters and metrics of the experiment, and a run for each trial
 * with its hyperparameters and the metrics of each epoch. Replicates of a setting are a group.
 */
export function* tensorBoardFiles(board: StatedBoard): Generator<NewFile> {
  const { name, tags = [], objective } = board.experiment;
  const parameters = parametersOf(board);
  const others = board.metrics.map((metric) => metric.name).filter((metric) => metric !== objective.metric);
  const metrics = [objective.metric, ...others].map(visibleText);
  const tagged = tags.length === 0 ? [] : [`Tags: ${tags.map(visibleText).join(", ")}`];
  const description = [aboutText(board.experiment), ...tagged].filter((text) => text !== "").join("\n\n");
  const about = { name: visibleText(name), description };
  const shown = parameters.map((parameter) => ({ ...parameter, name: visibleText(parameter.name) }));
  yield {
    path: FILE,
    content: eventFile([{ step: 0, values: [experimentValue(about, shown, metrics)] }]),
  };
  for (const [place, { index, trials }] of board.configurations.entries()) {
    for (const trial of trials) {
      const start = sessionStartValue(valuesAt(shown, place), `setting ${index}`);
      yield { path: `trial-${trial.trial.index}/${FILE}`, content: eventFile(eventsOf(trial, start)) };
    }
  }
}

function valuesAt(parameters: readonly TypedColumn[], place: number) {
  return parameters.flatMap(({ name, values }) => {
    const value = values[place] ?? null;
    return value === null ? [] : [[name, value] as const];
  });
}

function eventsOf({ record }: BoardTrial, start: SummaryEvent["values"][number]): SummaryEvent[] {
  const end = sessionEndValue(hasFinished(record) ? "success" : "failure");
  const metrics = Object.entries(record?.metrics ?? {});
  const epochs = record ? lastEpoch(record.metrics) + 1 : 0;
  const curves = Array.from({ length: epochs }, (_, step): SummaryEvent => {
    const values = metrics.flatMap(([metric, series]) => {
      const scalar = series[step] ?? null;
      return scalar === null ? [] : [{ tag: visibleText(metric), scalar }];
    });
    return { step, values };
  });
  return [{ step: 0, values: [start, end] }, ...curves];
}
