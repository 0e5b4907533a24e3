import { useEffect, useRef, useState } from "preact/hooks";
import type { PageTrial } from "../../report/page/page-data.ts";
import type { PageExample } from "../../report/page/page-models.ts";
import { readTrainer } from "../read-page-data.ts";
import { compareRecords, type Likeness } from "./compare-records.ts";
import type { TrainerRequest, TrainMessage, TrainRequest, Units } from "./messages.ts";

/** A training in the page's worker, as far as it has come. */
export interface Training {
  readonly status: "idle" | "running" | "ended" | "failed";
  readonly epoch: number;
  /** Of the metric that is watched, at each epoch. */
  readonly values: readonly (number | null)[];
  readonly units: Units | undefined;
  /** The units at some epochs, evenly spread over all, the last one among them. */
  readonly snapshots: readonly Snapshot[];
  /** The last answer to what was asked. */
  readonly strongest: { readonly key: string; readonly examples: readonly PageExample[] } | undefined;
  /** Once it has ended. */
  readonly likeness: Likeness | undefined;
  /** Why it failed. */
  readonly reason: string;
}

/** The units of the first layer after an epoch. */
export interface Snapshot {
  readonly epoch: number;
  readonly units: Units;
}

const IDLE: Training = {
  status: "idle",
  epoch: 0,
  values: [],
  units: undefined,
  snapshots: [],
  strongest: undefined,
  likeness: undefined,
  reason: "",
};

/** Returns the training of a trial, and a function that asks for something; it ends with the component. */
export function useTraining(trial: PageTrial, metric: string): [Training, (request: TrainerRequest) => void] {
  const [training, setTraining] = useState(IDLE);
  const worker = useRef<Worker>(undefined);
  useEffect(() => {
    setTraining(IDLE);
    return () => worker.current?.terminate();
  }, [trial]);
  const ask = (request: TrainerRequest): void => {
    if (request.kind === "strongest") return worker.current?.postMessage(request);
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
  return [training, ask];
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
        snapshots: withSnapshot(before, { epoch, units }),
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
    case "strongest":
      return { ...before, strongest: message };
    default:
      return message satisfies never;
  }
}

/** Snapshots that are kept; half of them are dropped when there are more. */
const MOST_SNAPSHOTS = 60;

/** The last one is replaced unless its epoch is one of those that are kept. */
function withSnapshot({ snapshots }: Training, latest: Snapshot): Snapshot[] {
  const [first, second] = snapshots;
  const stride = first && second ? second.epoch - first.epoch : 1;
  const isKept = ({ epoch }: Snapshot, every: number): boolean => (epoch - 1) % every === 0;
  const kept = snapshots.filter((one, i) => i < 2 || isKept(one, stride));
  const fewer = kept.length < MOST_SNAPSHOTS ? kept : kept.filter((one) => isKept(one, 2 * stride));
  return [...fewer, latest];
}
