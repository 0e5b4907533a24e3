import { useEffect, useRef, useState } from "preact/hooks";
import type { PageTrial } from "../../report/page/page-data.ts";
import { readTrainer } from "../read-page-data.ts";
import { compareRecords, type Likeness } from "./compare-records.ts";
import type { TrainMessage, TrainRequest, Units } from "./messages.ts";

/** A training in the page's worker, as far as it has come. */
export interface Training {
  readonly status: "idle" | "running" | "ended" | "failed";
  readonly epoch: number;
  /** Of the metric that is watched, at each epoch. */
  readonly values: readonly (number | null)[];
  readonly units: Units | undefined;
  /** Once it has ended. */
  readonly likeness: Likeness | undefined;
  /** Why it failed. */
  readonly reason: string;
}

const IDLE: Training = {
  status: "idle",
  epoch: 0,
  values: [],
  units: undefined,
  likeness: undefined,
  reason: "",
};

/** Returns the training of a trial, and a function that starts it; it ends with the component. */
export function useTraining(trial: PageTrial, metric: string): [Training, (request: TrainRequest) => void] {
  const [training, setTraining] = useState(IDLE);
  const worker = useRef<Worker>(undefined);
  useEffect(() => {
    setTraining(IDLE);
    return () => worker.current?.terminate();
  }, [trial]);
  const start = (request: TrainRequest): void => {
    let now: Training = { ...IDLE, status: "running", values: [trial.series[metric]?.[0] ?? null] };
    let frame = 0;
    worker.current = startWorker(request, (message) => {
      now = next(now, message, { trial, metric });
      // Small networks train thousands of epochs a second: more than can be drawn.
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        setTraining(now);
      });
    });
    setTraining(now);
  };
  return [training, start];
}

function startWorker(request: TrainRequest, onMessage: (message: TrainMessage) => void): Worker {
  const url = URL.createObjectURL(new Blob([readTrainer()], { type: "text/javascript" }));
  const worker = new Worker(url);
  worker.addEventListener("message", ({ data }: MessageEvent<TrainMessage>) => onMessage(data));
  worker.addEventListener("error", ({ message }) => onMessage({ kind: "failed", message }));
  worker.postMessage(request);
  return worker;
}

function next(
  before: Training,
  message: TrainMessage,
  { trial, metric }: { trial: PageTrial; metric: string },
): Training {
  switch (message.kind) {
    case "epoch": {
      const { epoch, measurement, units } = message;
      return {
        ...before,
        epoch,
        units,
        values: before.values.slice(0, epoch).concat(measurement[metric] ?? null),
      };
    }
    case "ended":
      return {
        ...before,
        status: "ended",
        values: message.record.metrics[metric] ?? [],
        likeness: compareRecords(trial, message.record),
      };
    case "failed":
      return { ...before, status: "failed", reason: message.message };
    default:
      return message satisfies never;
  }
}
